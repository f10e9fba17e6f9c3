/// The keys of a token source of type `jwt_bearer`.
enum JWTBearerKeys {
    static let audience = Key(
        "assertion_audience", .loaded(.text), .load, standard: "token_url",
        doc: "Whom the JWT is for: issuer, token_url, or any other text.", example: "https://auth.example.com")

    private static let client: [any LanguageKey] = [
        ClientKeys.optionalID, ClientKeys.secret, ClientKeys.method, ClientKeys.basicEncoding,
        ClientKeys.assertionFile,
    ]

    static let section = Section(
        "jwt_bearer", noun: "a token source of type jwt_bearer", title: "Token source: jwt_bearer",
        doc: """
            The JWT bearer grant (RFC 7523 section 2.1): a JWT that the job signs is exchanged for a token. Its iss is \
            `client_id`, which is not sent besides unless there is a `client_secret` or `client_auth`.
            """,
        keys: OAuthKeys.keys(
            SigningKeys.allRequired + [
                ClaimKeys.subject, ClaimKeys.claims, audience, ClaimKeys.lifetime, ClaimKeys.backdate,
            ], client: client),
        groups: OAuthKeys.groups,
        example: """
            auth:
              type: jwt_bearer
              token_url: https://auth.example.com/oauth/token
              private_key: ${secrets.private_key}
              key_id: "2026-01"
              client_id: reporting@example.com
              subject: someone@example.com
              assertion_audience: https://auth.example.com
              assertion_lifetime: 10m
              backdate: 30s
              claims: {scope: "orders:read customers:read"}
            """)
}
