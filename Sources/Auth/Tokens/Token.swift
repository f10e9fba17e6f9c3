public import JSON
public import Secrets

/// A credential as it goes into requests, and what is known about it.
public struct Token: Sendable {
    /// The credential itself, without the scheme.
    public let value: Secret
    /// The header that it is sent in; nil for a key in the query.
    public let header: String?
    /// What stands before it in the header, `Bearer` as a rule; empty for nothing.
    public let scheme: String
    /// When it expires, in seconds since 1970; nil when nobody said.
    public let expiresAt: Double?
    /// For how many seconds it was given, 0 to a hundred years; nil when nobody said, and for what is kept from before.
    public let lifetime: Double?
    /// The scopes that the server says it granted; nil when it said nothing, and for what is no OAuth token.
    public let scope: [String]?
    /// The members of the token endpoint's answer, without the token; an empty object for what is no OAuth token.
    public let members: JSONValue

    /// Puts a token and what is known about it together.
    public init(
        value: Secret,
        header: String?,
        scheme: String,
        expiresAt: Double? = nil,
        lifetime: Double? = nil,
        scope: [String]? = nil,
        members: JSONValue = .object([])
    ) {
        self.value = value
        self.header = header
        self.scheme = scheme
        self.expiresAt = expiresAt
        self.lifetime = lifetime
        self.scope = scope
        self.members = members
    }

    /// The header's whole value, or the query parameter's: the scheme, a blank, the token.
    public var fieldValue: Secret {
        scheme.isEmpty ? value : Secret("\(scheme) \(value.reveal())")
    }
}
