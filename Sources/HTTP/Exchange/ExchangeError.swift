/// Why an exchange brought no answer.
public struct ExchangeError: Error, Sendable {
    /// The kinds of failure.
    public enum Kind: Sendable {
        /// The last attempt failed, and another is not worth it or not safe.
        case transfer(TransferError)
        /// There is no credential.
        case authorization(AuthorizationFailure)
        /// A redirect that is not followed, and why.
        case redirect(String)
        /// A server asks for more patience than is allowed.
        case waitTooLong(wanted: Duration, limit: Duration)
        /// A secret would go over plain `http` to this host.
        case plainHTTP(host: String)
        /// The task was cancelled.
        case cancelled
    }

    /// The kind of failure.
    public let kind: Kind
    /// How often the request was sent.
    public let attempts: Int
    /// The URL that it was about, without what an authorizer adds.
    public let url: String

    /// Makes an error.
    public init(_ kind: Kind, attempts: Int, url: String) {
        self.kind = kind
        self.attempts = attempts
        self.url = url
    }
}
