/// The keys of the sources whose token comes from an OAuth 2.0 token endpoint.
enum OAuthKeys {
    static let tokenURL = Key(
        "token_url", .loaded(.url), .load, doc: "The token endpoint.", example: "https://auth.example.com/oauth/token")
    static let issuer = Key(
        "issuer", .loaded(.issuer), .load,
        doc: """
            The server's issuer, whose metadata (RFC 8414, OpenID Connect Discovery) says where the token endpoint is \
            and how clients prove who they are.
            """,
        example: "https://auth.example.com/realms/shop")
    static let scope = Key(
        "scope", .oneOrMore(.body), .load, doc: "The scopes to ask for, a list or text with spaces between them.",
        example: "[orders:read, customers:read]")
    static let audience = Key(
        "audience", .oneOrMore(.template), .load, doc: "The audience to ask for; several repeat the parameter.",
        example: "https://api.example.com/")
    static let resource = Key(
        "resource", .oneOrMore(.template), .load, doc: "The resources to ask for (RFC 8707).",
        example: "https://api.example.com/orders")
    static let params = Key(
        "params", .entries(), .load, doc: "Further fields of the token request's form.", example: "{tenant: acme}")
    static let headers = Key(
        "headers", .entries(.header), .load, doc: "Further headers of the token request.",
        example: "{X-Tenant: acme}")
    static let requireScope = Key(
        "require_scope", .oneOrMore(.template), .load, doc: "Scopes without which a token is no use.",
        example: "orders:read")
    static let cache = Key(
        "cache", .plain(ScalarReader<TokenHandling.Cache>.word), standard: "memory",
        doc: "Where the token is kept: in the process, or on disk, where runs share it, also at the same time.",
        example: "disk")
    static let dpop = Key(
        "dpop", .plain(.boolean), standard: "false",
        doc: "Whether tokens are bound to a key whose possession each request proves (RFC 9449).", example: "true")
    static let dpopKey = Key(
        "dpop_key", .template, .load, secret: true, standard: "a new one for each run",
        doc: "The private key that tokens are bound to, PEM or JWK; cache: disk needs one.",
        example: "${secrets.dpop_key}")
    static let revoke = Key(
        "revoke", .plain(.boolean), standard: "false",
        doc: "Whether the token is revoked when the run ends (RFC 7009).", example: "true")
    static let revocationURL = Key(
        "revocation_url", .loaded(.url), .load, standard: "what the issuer's metadata says",
        doc: "Where tokens are revoked.", example: "https://auth.example.com/oauth/revoke")

    /// The keys of a grant: those that every grant has around its own.
    static func keys(_ grant: [any LanguageKey], client: [any LanguageKey]) -> [any LanguageKey] {
        let asking: [any LanguageKey] = [scope, audience, resource, params, headers]
        let ending: [any LanguageKey] = [
            requireScope, TokenSourceKeys.hosts, cache, dpop, dpopKey, revoke, revocationURL,
        ]
        return [TokenSourceKeys.name, TokenSourceKeys.type, TokenSourceKeys.preset, tokenURL, issuer] + grant + client
            + asking + TokenAnswerKeys.all + TokenPlacementKeys.all + TokenLifeKeys.all + ending
            + SettingKeys.transport.filter { $0.name != SettingKeys.maxResponse.name }
    }

    /// Which keys of every grant rule each other out.
    static let groups: [KeyGroup] = [.exactlyOne("token_url", "issuer"), .atMostOne("expires_in", "expires_at")]

    /// The names of the sections of all grants.
    static let sections: Set = [
        ClientCredentialsKeys.section.name, PasswordKeys.section.name, RefreshTokenKeys.section.name,
        JWTBearerKeys.section.name, TokenExchangeKeys.section.name,
    ]
}
