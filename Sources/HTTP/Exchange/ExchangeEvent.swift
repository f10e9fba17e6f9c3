/// Something that happened during an exchange, for progress and traces.
public enum ExchangeEvent: Sendable {
    /// A request went out, as it was sent; attempts count from 1.
    case requestSent(HTTPRequest, attempt: Int)
    /// An answer came.
    case responseReceived(HTTPResponse)
    /// The request will be sent again after a wait.
    case retrying(after: Duration, reason: String)
    /// A host wants to be left alone for so long.
    case paused(host: String, for: Duration)
    /// A redirect is followed.
    case redirected(to: String)
    /// The credential was refused, and another is asked for.
    case reauthorizing
}
