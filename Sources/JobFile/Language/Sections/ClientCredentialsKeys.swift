/// The keys of a token source of type `client_credentials`.
enum ClientCredentialsKeys {
    static let tokenURL = Key(
        "token_url", .loaded(.url), .load, required: true, doc: "The token endpoint.",
        example: "https://auth.example.com/oauth/token")
    static let clientID = Key(
        "client_id", .loaded(.text), .load, required: true, doc: "The client's id.", example: "${env.CLIENT_ID}")
    static let clientSecret = Key(
        "client_secret", .template, .load, secret: true, doc: "The client's secret.",
        example: "${secrets.client_secret}")
    static let clientAuth = Key(
        "client_auth", .plain(ScalarReader<ClientAuthenticationMethod>.word), standard: "client_secret_post",
        doc: """
            How the client proves who it is: id and secret in the form, id and secret as HTTP Basic, or just the id.
            """,
        example: "client_secret_basic")
    static let basicEncoding = Key(
        "basic_encoding", .plain(ScalarReader<ClientCredentials.BasicEncoding>.word), standard: "form",
        doc: "How id and secret are encoded for HTTP Basic: form as RFC 6749 says, or raw as many servers want it.",
        example: "raw")
    static let scope = Key(
        "scope", .oneOrMore(.body), .load, doc: "The scopes to ask for, a list or text with spaces between them.",
        example: "[orders:read, customers:read]")
    static let audience = Key(
        "audience", .loaded(.text), .load, doc: "The audience to ask for.", example: "https://api.example.com/")
    static let resource = Key(
        "resource", .oneOrMore(.template), .load, doc: "The resources to ask for (RFC 8707).",
        example: "https://api.example.com/orders")
    static let params = Key(
        "params", .entries(), .load, doc: "Further fields of the token request's form.", example: "{tenant: acme}")
    static let headers = Key(
        "headers", .entries(.header), .load, doc: "Further headers of the token request.",
        example: "{X-Tenant: acme}")
    static let token = Key(
        "token", .plain(.jsonPath), standard: "$.access_token", doc: "Where the token stands in the answer.",
        example: "$.data.jwt")
    static let expiresIn = Key(
        "expires_in", .plain(.jsonPath), standard: "$.expires_in",
        doc: "Where the token's life in seconds stands in the answer.", example: "$.data.valid_for")
    static let expiresAt = Key(
        "expires_at", .plain(.jsonPath),
        doc: "Where the instant at which the token expires stands in the answer: RFC 3339, or seconds since 1970.",
        example: "$.expires_at")
    static let lifetime = Key(
        "lifetime", .loaded(.positiveDuration), .load,
        doc: "The life of a token when the server gives none.", example: "10m")
    static let refreshMargin = Key(
        "refresh_margin", .loaded(.duration), .load, standard: "the lesser of 60s and a tenth of its life",
        doc: "How long before its end a token is renewed.", example: "30s")
    static let refreshOn = Key(
        "refresh_on", .oneOrMore(.plain(.status)), standard: "[401]",
        doc: "The statuses on which a new token is got and the call sent again, once.", example: "[401, 419]")
    static let requireScope = Key(
        "require_scope", .oneOrMore(.template), .load, doc: "Scopes without which a token is no use.",
        example: "orders:read")

    static let section = Section(
        "client_credentials", noun: "a token source of type client_credentials",
        title: "Token source: client_credentials",
        doc: "The OAuth 2.0 client credentials grant (RFC 6749 section 4.4).",
        keys: [
            TokenSourceKeys.name, TokenSourceKeys.type, tokenURL, clientID, clientSecret, clientAuth, basicEncoding,
            scope, audience, resource, params, headers, token, expiresIn, expiresAt, TokenPlacementKeys.header,
            TokenPlacementKeys.scheme, lifetime, refreshMargin, refreshOn, requireScope, TokenSourceKeys.hosts,
        ] + SettingKeys.transport.filter { $0.name != SettingKeys.maxResponse.name },
        groups: [.atMostOne("expires_in", "expires_at")],
        example: """
            auth:
              token_url: https://auth.example.com/oauth/token
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
              scope: [orders:read, customers:read]
              hosts: [api.example.com, "*.files.example.com"]
              idle_timeout: 10s
              proxy: http://proxy.example.com:3128
              unix_socket: /run/auth.sock
              http_version: "1.1"
              tls: {ca: company-ca.pem}
            """)
}
