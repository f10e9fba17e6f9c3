/// The keys that every token source has, and the kinds of sources.
enum TokenSourceKeys {
    static let name = Key(
        "name", .plain(.name), standard: "default, where there is just one",
        doc: "The name by which calls pick it.", example: "shop")
    static let type = Key(
        "type", .plain(.text), standard: "client_credentials", doc: "The kind of credential.", example: "bearer")
    static let preset = Key(
        "preset", .plain(ScalarReader<String>.word(of: Presets.names)),
        doc: "A provider whose keys are filled in; what the source says itself wins.", example: "zoom")
    static let hosts = Key(
        "hosts", HostShape.hosts, .load, standard: "the origins of the calls that use it",
        doc: """
            Where the credential may be sent: origins (https://api.example.com), hosts, hosts that begin with *. for \
            all below one, or ${auth.NAME.MEMBER} for what a token's answer names.
            """,
        example: "[api.example.com, '*.files.example.com']")

    /// The kinds of sources by the words of `type`.
    static let kinds: [SectionChoice] = [
        SectionChoice("client_credentials", ClientCredentialsKeys.section),
        SectionChoice("jwt_bearer", JWTBearerKeys.section),
        SectionChoice("token_exchange", TokenExchangeKeys.section),
        SectionChoice("refresh_token", RefreshTokenKeys.section),
        SectionChoice("password", PasswordKeys.section),
        SectionChoice("jwt", JWTKeys.section),
        SectionChoice("request", RequestSourceKeys.section),
        SectionChoice("exec", ExecKeys.section),
        SectionChoice("bearer", BearerKeys.section),
        SectionChoice("basic", BasicKeys.section),
        SectionChoice("api_key", APIKeyKeys.section),
        SectionChoice("aws_sigv4", AWSSigV4Keys.section),
    ]

    /// A token source of any kind.
    static let source = ValueShape<CheckedSection>.variants("type", standard: standardType, kinds)

    /// The kind of a source that does not say its own.
    static let standardType = "client_credentials"
}
