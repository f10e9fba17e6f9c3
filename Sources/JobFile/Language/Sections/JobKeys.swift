/// The keys of a job file.
enum JobKeys {
    static let job = Key(
        "job", .template, .load, public: true, standard: "the file's name without its ending",
        doc: "The job's name.", example: "orders-${inputs.region}")
    static let description = Key(
        "description", .plain(.anyText), doc: "What the job is for.", example: "Changed orders, every 15 minutes")
    static let include = Key(
        "include", .oneOrMore(.plain(.path)),
        doc: """
            Other files that bring in inputs, secrets, vars, auth, defaults and options; paths start from this file's \
            folder, and what this file says itself wins.
            """,
        example: "common/shop.yaml")
    static let inputs = Key(
        "inputs", .map(of: InputKeys.input, names: .reference),
        doc: "Values that are set from outside, with --input NAME=VALUE.", example: "{region: eu}")
    static let secrets = Key(
        "secrets", .map(of: .section(SecretKeys.section), names: .reference),
        doc: "Secrets, by name, and where they are kept.", example: "{client_secret: {env: SHOP_SECRET}}")
    static let vars = Key(
        "vars", .map(of: .value, names: .reference), .load,
        doc: "Values with a name; they may refer to inputs, the environment, secrets and each other.",
        example: "{api: 'https://${inputs.region}.api.example.com/v1'}")
    static let auth = Key(
        "auth", TokenSourceShape.sources, .load,
        doc: """
            Where credentials come from: a mapping is one source, used by every call; a list is several, the first of \
            which is the default.
            """,
        example: "{type: bearer, token: '${env.API_TOKEN}'}")
    static let defaults = Key(
        "defaults", .section(DefaultsKeys.section), .load,
        doc: "What holds for every call that does not say otherwise.", example: "{timeout: 1m}")
    static let options = Key(
        "options", .section(OptionsKeys.section), .load,
        doc: "What holds for the run as a whole.", example: "{deadline: 10m}")
    static let calls = Key(
        "calls", .list(of: .section(CallKeys.section), orEmpty: true), required: true,
        doc: "The calls, which run one after the other.", example: "[{get: 'https://api.example.com/items'}]")
    static let finally = Key(
        "finally", .list(of: .section(FinalCallKeys.section)),
        doc: """
            Calls that are made at the end whatever happened: without credentials unless they say so, within 10 \
            seconds each, once; they cannot fail the run.
            """,
        example: "[{get: 'https://monitor.example.com/${run.outcome}'}]")

    static let section = Section(
        "job", noun: "a job", title: "The job file",
        doc: "A job is one YAML file. A key that begins with `x-` is ignored: a place for anchors.",
        keys: [job, description, include, inputs, secrets, vars, auth, defaults, options, calls, finally],
        hasPrivateKeys: true,
        example: """
            auth:
              token_url: https://auth.example.com/oauth/token
              client_id: ${env.CLIENT_ID}
              client_secret: ${env.CLIENT_SECRET}
              scope: read:data write:data
            calls:
              - get: https://api.example.com/resource
                records: $.items[*]
                write: resource.jsonl
            """)

    /// What a file that is included may hold.
    static let includedSection = Section(
        "included", noun: "an included file", title: "An included file",
        doc: """
            `include` brings in inputs, secrets, vars, auth, defaults and options. What else there is, such as calls, \
            is left alone, so that a whole job can be included for what it has to share.
            """,
        keys: section.keys, hasPrivateKeys: true, isWhole: false,
        example: """
            inputs:
              region: eu
            vars:
              api: https://${inputs.region}.api.example.com/v1
            defaults:
              base_url: ${vars.api}
            """)
}
