public import Diagnostics
public import JWT

/// The key that a job signs JWTs with.
public struct SigningSettings: Sendable {
    /// The private key; nil where the client's secret is the key, or where a file holds a ready assertion.
    public var key: Located<PrivateKey>?
    /// The algorithm; nil for the key's own first one, and for HS256 with a secret.
    public var algorithm: SigningAlgorithm?
    /// The `kid` of the header; nil for the key's own, or none.
    public var keyID: String?
    /// The certificate whose SHA-256 goes into the header as `x5t#S256`; nil for none.
    public var certificateThumbprint: String?
    /// That certificate, for whoever looks at how long it is valid; nil for none.
    public var certificate: SigningCertificate?

    /// Makes settings.
    public init(
        key: Located<PrivateKey>?, algorithm: SigningAlgorithm? = nil, keyID: String? = nil,
        certificateThumbprint: String? = nil, certificate: SigningCertificate? = nil
    ) {
        self.key = key
        self.algorithm = algorithm
        self.keyID = keyID
        self.certificateThumbprint = certificateThumbprint
        self.certificate = certificate
    }
}
