import JWT
import Secrets

/// A JWT that was just signed, and what a refusal of it may be about.
struct SignedJWT: Sendable, Hashable {
    /// The JWT itself.
    let value: Secret
    /// `iss`, `sub` and `aud` as texts; nil for what is missing or no text.
    let issuer: String?
    let subject: String?
    let audience: String?
    /// `iat`, in seconds since 1970.
    let issuedAt: Double
    /// `exp`, in seconds since 1970; nil when the claims have none.
    let expiresAt: Double?
    let algorithm: SigningAlgorithm
    /// The `kid` of the header.
    let keyID: String?
    /// Whether the header has `x5t#S256`.
    let namesCertificate: Bool
}
