public import Diagnostics
public import Secrets

/// A client of an authorization server, and how it proves who it is.
public struct OAuthClient: Sendable {
    /// How the client's id and secret are encoded for HTTP Basic.
    public enum BasicEncoding: String, Sendable, Hashable, CaseIterable {
        /// Form-encoded first, as RFC 6749 section 2.3.1 says.
        case form
        /// As they are, as many servers want it.
        case raw
    }

    /// The client's id; nil only for grants that need no client.
    public var id: Located<String>?
    /// The client's secret, for the methods with `secret` in their name.
    public var secret: Located<Secret>?
    /// The method; nil for the first of the server's that the job has keys for, which needs an `issuer`.
    public var method: Located<ClientAuthenticationMethod>?
    /// How id and secret are encoded for `client_secret_basic`.
    public var basicEncoding: BasicEncoding
    /// The key of `private_key_jwt`, or the algorithm of `client_secret_jwt`; nil for other methods.
    public var signing: SigningSettings?
    /// What goes into the assertion of `private_key_jwt` and `client_secret_jwt`.
    public var assertion: AssertionSettings

    /// Makes a client; the defaults are those of the language.
    public init(
        id: Located<String>?,
        secret: Located<Secret>? = nil,
        method: Located<ClientAuthenticationMethod>? = nil,
        basicEncoding: BasicEncoding = .form,
        signing: SigningSettings? = nil,
        assertion: AssertionSettings = AssertionSettings()
    ) {
        self.id = id
        self.secret = secret
        self.method = method
        self.basicEncoding = basicEncoding
        self.signing = signing
        self.assertion = assertion
    }
}
