/// A registered client and the rules it is held to.
struct OAuthClient: Sendable {
    /// How a client may show that it is the one it says.
    enum Authentication: String, Sendable {
        /// In the body, by form-encoded Basic (RFC 6749 2.3.1), or by an assertion.
        case any
        /// In the body only.
        case post
        /// By Basic only, form-encoded or raw.
        case basic
        /// By Basic only, id and secret form-encoded first.
        case basicForm
        /// By Basic only, id and secret as they are.
        case basicRaw
        /// Without a secret.
        case none
        /// By an assertion signed with the secret.
        case secretJWT
        /// By an assertion signed with a key.
        case privateKeyJWT
        /// By a client certificate, which this server cannot see: the id is enough.
        case tls
    }

    /// Whether its tokens are bound to a key (RFC 9449).
    enum DPoP: String, Sendable {
        /// Bound where a proof comes along.
        case allowed
        /// Proofs are ignored and the answer is `Bearer`: a downgrade.
        case none
        /// Nothing without a proof.
        case required
    }

    /// What a wrong authentication is answered with.
    enum ErrorStyle: String, Sendable {
        case json401, json400, empty403, html
    }

    let id: String
    var secret: String
    var authentication = Authentication.any
    var scopes = ["read:data", "write:data"]
    /// The life of its tokens in seconds.
    var lifetime = 3600
    var usesJWT = false
    /// The audience that its requests must name.
    var audience: String?
    var keys: [PublicKey] = []
    /// `issuer`, `token_url`, `any` of the two, or an audience of its own.
    var assertionAudience = "any"
    /// The grants it may use; nil for all.
    var grants: Set<String>?
    var dpop = DPoP.allowed
    /// Whether its proofs must bring a nonce.
    var needsNonce = false
    /// Whether a refresh token is good only once.
    var rotates = true
    /// How many wrong authentications lock it out; nil for never.
    var lockoutAfter: Int?
    /// For how many seconds it is told to wait.
    var retryAfter: Int?
    var errorStyle = ErrorStyle.json401
}
