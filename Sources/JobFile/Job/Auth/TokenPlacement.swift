/// Where a token is put in a request: the header and what stands before the token in it.
public struct TokenPlacement: Sendable, Hashable {
    /// The header's name; default `Authorization`.
    public var header: String
    /// The scheme before the token; empty for the bare token.
    ///
    /// Nil for the default, `Bearer` or what the server says.
    public var scheme: String?

    /// Makes a placement; the default is `Authorization: Bearer TOKEN`.
    public init(header: String = "Authorization", scheme: String? = nil) {
        self.header = header
        self.scheme = scheme
    }
}
