extension OAuthClient {
    /// A secret in which every encoding shows.
    static let specialSecret = "s+cr%t:with&odd= chars"

    /// A secret that is long enough for every HMAC.
    static let longSecret = "a-client-secret-of-sixty-four-bytes-and-more-for-hs512-assertions"

    /// The clients that are always there.
    static let builtIn = [
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
        OAuthClient(id: "secret-jwt", secret: longSecret, authentication: .secretJWT),
        OAuthClient(id: "no-rotation", secret: "no-rotation-secret", rotates: false),
        OAuthClient(id: "dpop", secret: "dpop-secret", dpop: .required),
        OAuthClient(id: "dpop-nonce", secret: "dpop-nonce-secret", dpop: .required, needsNonce: true),
        OAuthClient(id: "dpop-downgrade", secret: "dpop-downgrade-secret", dpop: .none),
    ]

    /// The refresh tokens that are good from the start, with their clients.
    static let builtInRefreshTokens = [
        ("demo-refresh-token", "demo"), ("no-rotation-refresh-token", "no-rotation"),
    ]
}
