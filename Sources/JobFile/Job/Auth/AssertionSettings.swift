public import Diagnostics

/// What goes into an assertion that a client proves itself with, RFC 7523 section 3.
public struct AssertionSettings: Sendable {
    /// Whom the assertion is for.
    public enum Audience: Sendable, Hashable {
        /// The server's issuer, from `issuer` or its metadata.
        case issuer
        /// The token endpoint.
        case tokenURL
        /// This text.
        case text(String)
    }

    /// Whom the assertion is for; nil for the issuer where there is one, else the token endpoint.
    public var audience: Audience?
    /// How long an assertion is good for; default 60 s.
    public var lifetime: Duration
    /// A file that holds a ready assertion, read anew for each request; nil to sign one.
    public var file: Located<String>?

    /// Makes settings; the defaults are those of the language.
    public init(audience: Audience? = nil, lifetime: Duration = .seconds(60), file: Located<String>? = nil) {
        self.audience = audience
        self.lifetime = lifetime
        self.file = file
    }
}
