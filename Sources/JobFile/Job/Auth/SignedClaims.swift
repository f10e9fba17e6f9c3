public import JSON

/// Claims that a job signs.
public struct SignedClaims: Sendable {
    /// The key.
    public var signing: SigningSettings
    /// `iss`; nil for none.
    public var issuer: String?
    /// `sub`; nil for none.
    public var subject: String?
    /// `aud`; nil for none, or with the grant for the token endpoint.
    public var audience: String?
    /// Further claims, an object; they win over the ones above.
    public var claims: JSONValue
    /// From `iat` to `exp`.
    public var lifetime: Duration
    /// How far back `iat` is dated, for servers whose clock is behind.
    public var backdate: Duration
    /// Whether there is a `jti`, fresh each time.
    public var hasID: Bool

    /// Makes claims.
    public init(
        signing: SigningSettings, issuer: String? = nil, subject: String? = nil, audience: String? = nil,
        claims: JSONValue = .object([]), lifetime: Duration = .seconds(300), backdate: Duration = .zero,
        hasID: Bool = true
    ) {
        self.signing = signing
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.claims = claims
        self.lifetime = lifetime
        self.backdate = backdate
        self.hasID = hasID
    }
}
