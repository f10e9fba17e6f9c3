/// The keys that every token source has, and the kinds of sources.
enum TokenSourceKeys {
    static let name = Key(
        "name", .plain(.name), standard: "default, where there is just one",
        doc: "The name by which calls pick it.", example: "shop")
    static let type = Key(
        "type", .plain(.text), standard: "client_credentials", doc: "The kind of credential.", example: "bearer")
    static let hosts = Key(
        "hosts", .oneOrMore(.loaded(.host)), .load, standard: "the origins of the calls that use it",
        doc: """
            Where the credential may be sent: origins (https://api.example.com), hosts, or hosts that begin with *. \
            for all below one.
            """,
        example: "[api.example.com, '*.files.example.com']")

    /// A token source of any kind.
    static let source = ValueShape<CheckedSection>.variants(
        "type", standard: "client_credentials",
        [
            ("client_credentials", ClientCredentialsKeys.section),
            ("bearer", BearerKeys.section),
            ("basic", BasicKeys.section),
            ("api_key", APIKeyKeys.section),
        ])
}
