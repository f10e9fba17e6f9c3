/// How long an answer asks that its host be left alone.
enum RequestedPause {
    /// What is longer than a year is as good as a year.
    private static let longest = 366.0 * 86_400
    /// A shorter one would be asked for again and again.
    private static let shortest = 0.1

    /// The pause that a refused request has to keep to; nil when none is asked for.
    ///
    /// `Retry-After` wins over the limits.
    static func afterRefusal(_ response: HTTPResponse, wallClock: Double) -> Duration? {
        if let seconds = RetryAfter.seconds(response, wallClock: wallClock) { return duration(seconds) }
        let fields = RateLimitFields(response, wallClock: wallClock)
        return fields.remaining ?? 0 == 0 ? fields.reset.flatMap(duration) : nil
    }

    /// The pause before the next request when an answer that was given says that it was the last one for now.
    static func afterSuccess(_ response: HTTPResponse, wallClock: Double) -> Duration? {
        let fields = RateLimitFields(response, wallClock: wallClock)
        return fields.isUsedUp ? fields.reset.flatMap(duration) : nil
    }

    /// Whether a 403 means "too many requests".
    static func isAskedFor(by response: HTTPResponse, wallClock: Double) -> Bool {
        response.headers.contains("Retry-After") || RateLimitFields(response, wallClock: wallClock).isUsedUp
    }

    /// So many seconds, at most a year; nil for none.
    static func duration(_ seconds: Double) -> Duration? {
        seconds > 0 ? .seconds(min(max(seconds, shortest), longest)) : nil
    }
}
