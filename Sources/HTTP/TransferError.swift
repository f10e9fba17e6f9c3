/// Why an attempt brought no whole answer.
public struct TransferError: Error, Sendable, Hashable {
    /// The kinds of failure.
    public enum Kind: Sendable, Hashable {
        /// The host's name has no address.
        case unresolved
        /// The host, the proxy or the socket does not take connections.
        case refused
        /// No connection came about in time.
        case connectTimeout
        /// The attempt took too long.
        case timeout
        /// No byte came or went for too long.
        case idle
        /// No secure connection came about.
        case tls
        /// The server's certificate is not trusted.
        case certificate
        /// The server does not accept the client's certificate, or wants one.
        case clientCertificate
        /// The decoded body is larger than so many bytes.
        case bodyTooLarge(limit: Int)
        /// The head is larger than is accepted.
        case headersTooLarge
        /// The connection ended before any answer.
        case closed
        /// The body ended before its end.
        case bodyCut
        /// The body is not in the encoding that it says.
        case badEncoding
        /// What came is not HTTP.
        case protocolError
        /// The task was cancelled.
        case cancelled
        /// A file of this machine could not be read.
        case localFile
        /// The body could not be written where it goes.
        case writer(String)
        /// Anything else.
        case other
    }

    /// The kind of failure.
    public let kind: Kind
    /// What happened, in plain words.
    public let message: String
    /// The host that the request was for.
    public let host: String
    /// Whether certainly nothing of the request reached the server.
    public let isNothingSent: Bool

    /// Makes an error.
    public init(_ kind: Kind, message: String, host: String = "", isNothingSent: Bool = false) {
        self.kind = kind
        self.message = message
        self.host = host
        self.isNothingSent = isNothingSent
    }
}
