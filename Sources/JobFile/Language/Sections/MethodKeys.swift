/// The keys of `request`.
enum MethodKeys {
    static let method = Key("method", .plain(.method), required: true, doc: "The method.", example: "REPORT")
    static let url = Key(
        "url", .template(.url), .request, required: true,
        doc: "The URL; one that begins with / is joined to base_url.", example: "https://api.example.com/calendar")

    static let section = Section(
        "request", noun: "request", title: "Any method", doc: "`get: URL` is short for `{method: GET, url: URL}`.",
        keys: [method, url],
        example: """
            request: {method: REPORT, url: https://api.example.com/calendar}
            """)
}
