import HTTP

/// What an answer says about time.
enum ServerDate {
    /// The seconds that the server's clock is ahead of ours, to a second or two; nil when it does not say.
    static func skew(of response: HTTPResponse, at now: Double) -> Double? {
        date(response.headers.first("Date")).map { $0 - now }
    }

    /// How long the server wants to be left alone, RFC 9110 section 10.2.3; nil when it does not say.
    static func retryAfter(_ response: HTTPResponse, at now: Double) -> Duration? {
        guard let text = response.headers.first("Retry-After") else { return nil }
        // A date is measured against the server's own clock.
        let seconds = Double(text) ?? date(text).map { $0 - (date(response.headers.first("Date")) ?? now) }
        guard let seconds, seconds > 0 else { return nil }
        return .seconds(min(seconds, 366 * 86_400))
    }

    private static func date(_ text: String?) -> Double? { text.flatMap(HTTPDate.seconds) }
}
