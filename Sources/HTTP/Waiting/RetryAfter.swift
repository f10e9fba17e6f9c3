/// The `Retry-After` field, RFC 9110 section 10.2.3.
enum RetryAfter {
    /// The seconds that it asks for; nil when it is missing or says nothing.
    ///
    /// A date is measured against the answer's own `Date`, as the clock here may be wrong.
    static func seconds(_ response: HTTPResponse, wallClock: Double) -> Double? {
        guard let text = response.headers.first("Retry-After") else { return nil }
        if let seconds = Double(text), seconds.isFinite { return seconds }
        return HTTPDate.seconds(text).map { $0 - response.date(orElse: wallClock) }
    }
}

extension HTTPResponse {
    /// How long the answer asks that nobody asks again, whatever its status; nil when it says nothing.
    ///
    /// - Parameter wallClock: the time here, in seconds since 1970, for a date from a server that does not say its own.
    public func retryAfter(wallClock: Double) -> Duration? {
        RetryAfter.seconds(self, wallClock: wallClock).flatMap(RequestedPause.duration)
    }

    /// When the server says it answered, in seconds since 1970.
    func date(orElse wallClock: Double) -> Double {
        headers.first("Date").flatMap(HTTPDate.seconds) ?? wallClock
    }
}
