public import JSONPath

/// Where a token and its life stand in an answer that does not follow RFC 6749 section 5.1; nil for the standard place.
public struct TokenAnswerPaths: Sendable {
    /// The token; standard is `$.access_token`.
    public var token: JSONPath?
    /// The token's life in seconds; standard is `$.expires_in`.
    public var expiresIn: JSONPath?
    /// The instant at which the token expires: RFC 3339, or seconds since 1970.
    public var expiresAt: JSONPath?

    /// Makes paths; by default all are standard.
    public init(token: JSONPath? = nil, expiresIn: JSONPath? = nil, expiresAt: JSONPath? = nil) {
        self.token = token
        self.expiresIn = expiresIn
        self.expiresAt = expiresAt
    }
}
