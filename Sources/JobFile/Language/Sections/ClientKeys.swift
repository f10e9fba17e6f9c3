/// The keys of a client of an authorization server, and of how it proves who it is.
enum ClientKeys {
    static let id = Key(
        "client_id", .loaded(.text), .load, required: true, doc: "The client's id.", example: "${env.CLIENT_ID}")
    static let optionalID = Key(
        "client_id", .loaded(.text), .load, doc: "The client's id; without one the client is not named at all.",
        example: "${env.CLIENT_ID}")
    static let secret = Key(
        "client_secret", .template, .load, secret: true, doc: "The client's secret.",
        example: "${secrets.client_secret}")
    static let method = Key(
        "client_auth", .plain(ScalarReader<ClientAuthenticationMethod>.word),
        standard: """
            client_secret_post; private_key_jwt with a key and no secret or with assertion_file; with an issuer the \
            first of the server's methods that the source has keys for
            """,
        doc: """
            How the client proves who it is: id and secret in the form, or as HTTP Basic; a JWT signed with the secret \
            or with the private key; the certificate of tls; or just the id.
            """,
        example: "client_secret_basic")
    static let basicEncoding = Key(
        "basic_encoding", .plain(ScalarReader<OAuthClient.BasicEncoding>.word), standard: "form",
        doc: "How id and secret are encoded for HTTP Basic: form as RFC 6749 says, or raw as many servers want it.",
        example: "raw")
    static let assertionAudience = Key(
        "assertion_audience", .loaded(.text), .load, standard: "issuer where there is one, else token_url",
        doc: "Whom the signed assertion is for: issuer, token_url, or any other text.",
        example: "https://auth.example.com")
    static let assertionLifetime = Key(
        "assertion_lifetime", .loaded(.positiveDuration), .load, standard: "60s",
        doc: "How long a signed assertion is good for.", example: "2m")
    static let assertionFile = Key(
        "assertion_file", .loaded(.path), .load,
        doc: """
            A file with a ready assertion, such as a projected Kubernetes token, read anew for each request; a \
            relative path starts from the job file's folder.
            """,
        example: "/var/run/secrets/tokens/errand")

    /// The keys of a client that may sign.
    static let all: [any LanguageKey] = all(id: id)

    /// The same, where the client need not have a name.
    static let allOptional: [any LanguageKey] = all(id: optionalID)

    private static func all(id: Key<Loaded<String>>) -> [any LanguageKey] {
        [id, secret, method, basicEncoding] + SigningKeys.all + [assertionAudience, assertionLifetime, assertionFile]
    }
}
