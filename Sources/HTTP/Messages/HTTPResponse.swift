/// An answer with its whole body, or with the length of one that went elsewhere.
public struct HTTPResponse: Sendable, Hashable {
    /// How long an answer took.
    public struct Timing: Sendable, Hashable {
        /// From the start of the attempt to the end of the body.
        public let total: Duration

        /// Makes a timing.
        public init(total: Duration = .zero) {
            self.total = total
        }
    }

    /// The status code.
    public let status: Int
    /// The header fields of the answer itself: not of a proxy's, not of a 1xx, no trailers.
    public let headers: HTTPHeaders
    /// The decoded body; empty when it went to a ``BodyWriter``.
    public let body: [UInt8]
    /// The length of the decoded body in bytes, wherever it went.
    public let bodyLength: Int
    /// The URL that answered, after redirects.
    public let url: String
    /// How long it took.
    public let timing: Timing
    /// The version of HTTP: `1.0`, `1.1`, `2`.
    public let version: String

    /// Makes an answer.
    ///
    /// - Parameter bodyLength: the length of a body that went elsewhere; nil for that of `body`.
    public init(
        status: Int,
        headers: HTTPHeaders = HTTPHeaders(),
        body: [UInt8] = [],
        bodyLength: Int? = nil,
        url: String = "",
        timing: Timing = Timing(),
        version: String = "1.1"
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.bodyLength = bodyLength ?? body.count
        self.url = url
        self.timing = timing
        self.version = version
    }

    /// The same answer under the URL that it is known by.
    func located(at url: String) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: headers, body: body, bodyLength: bodyLength, url: url, timing: timing,
            version: version)
    }
}
