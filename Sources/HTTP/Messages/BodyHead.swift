/// The head of the answer that a body belongs to.
public struct BodyHead: Sendable, Hashable {
    /// The status code.
    public let status: Int
    /// The header fields.
    public let headers: HTTPHeaders

    /// Makes a head.
    public init(status: Int, headers: HTTPHeaders = HTTPHeaders()) {
        self.status = status
        self.headers = headers
    }
}
