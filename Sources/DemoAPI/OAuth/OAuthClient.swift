/// A registered client and the rules it is held to.
struct OAuthClient: Sendable {
    /// How a client may show its secret.
    enum Authentication: Sendable {
        /// In the body or by Basic, Basic form-encoded as RFC 6749 2.3.1 says.
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
    }

    let id: String
    let secret: String
    var authentication = Authentication.any
    var scopes = ["read:data", "write:data"]
    /// The life of its tokens in seconds.
    var lifetime = 3600
    var usesJWT = false
    /// The audience that its requests must name.
    var audience: String?

    /// A secret in which every encoding shows.
    static let specialSecret = "s+cr%t:with&odd= chars"

    /// Every client there is.
    static let all = [
        OAuthClient(id: "demo", secret: "demo-secret"),
        OAuthClient(id: "post-only", secret: "post-secret", authentication: .post),
        OAuthClient(id: "basic-only", secret: "basic-secret", authentication: .basic),
        OAuthClient(id: "special", secret: specialSecret),
        OAuthClient(id: "special post", secret: specialSecret, authentication: .post),
        OAuthClient(id: "basic form", secret: specialSecret, authentication: .basicForm),
        OAuthClient(id: "basic raw", secret: specialSecret, authentication: .basicRaw),
        OAuthClient(id: "public", secret: "", authentication: .none),
        OAuthClient(id: "reader", secret: "reader-secret", scopes: ["read:data"]),
        OAuthClient(id: "writer", secret: "writer-secret", scopes: ["write:data"]),
        OAuthClient(id: "short", secret: "short-secret", lifetime: 2),
        OAuthClient(id: "jwt", secret: "jwt-secret", usesJWT: true),
        OAuthClient(id: "audience", secret: "audience-secret", audience: "https://api.example.com/"),
    ]
}
