/// The keys of `defaults`.
enum DefaultsKeys {
    static let query = Key(
        "query", .entries(), .load, doc: "Parameters of every call; a call's own are put on top, by name.",
        example: "{shop: north}")
    static let headers = Key(
        "headers", .entries(.header), .load, doc: "Headers of every call; a call's own are put on top, by name.",
        example: "{Accept: application/json}")

    static let section = Section(
        "defaults", noun: "defaults", title: "Defaults",
        doc: """
            What holds for every call that does not say otherwise. `headers`, `query` and `retry` merge by key, and \
            null takes one away; everything else is replaced as a whole.
            """,
        keys: [SettingKeys.baseURL, query, headers, SettingKeys.auth] + SettingKeys.transport + SettingKeys.pace
            + [SettingKeys.onError],
        example: """
            defaults:
              base_url: https://api.example.com/v1
              headers: {X-Client: errand}
              timeout: 1m
              proxy: http://proxy.example.com:3128
            """)
}
