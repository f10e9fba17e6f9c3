/// The keys of `incremental`.
enum IncrementalKeys {
    static let field = Key(
        "field", .plain(.jsonPath),
        doc: """
            A value of each record by which changes are known; the greatest one that is safe is the watermark, and the \
            request sees it as ${since}.
            """,
        example: "$.updated_at")
    static let token = Key(
        "token", .plain(.jsonPath),
        doc: "A text in the last page's body that the next run sends, as `param` or placed by hand as ${since}.",
        example: "$.sync_token")
    static let nextURL = Key(
        "next_url", .plain(.jsonPath), doc: "The URL in the last page's body with which the next run begins.",
        example: "\"$['@odata.deltaLink']\"")
    static let parameter = Key(
        "param", .plain(.text), doc: "The query parameter that takes the token.", example: "syncToken")
    static let initial = Key(
        "initial", .loaded(.text), .load, standard: "null, so that a query's entry is left out",
        doc: "What ${since} is as long as there is no watermark.", example: "2024-01-01T00:00:00Z")
    static let lookback = Key(
        "lookback", .loaded(.lookback), .load, standard: "0",
        doc: "How far before the watermark ${since} is, for records that turn up late.", example: "5m")
    static let order = Key(
        "order", .plain(ScalarReader<WatermarkOrder>.word), standard: "any",
        doc: "ascending promises records with the least value of the field first, so that each page is committed.",
        example: "ascending")
    static let type = Key(
        "type", .plain(ScalarReader<WatermarkType>.word), standard: "as initial is, otherwise time",
        doc: "How values are compared: times as points in time, integers as numbers, text byte by byte.",
        example: "integer")
    static let format = Key(
        "format", .plain(.timeFormat), standard: "as initial is, otherwise rfc3339",
        doc: "How times are written for the request: rfc3339, unix, unix_ms, or a pattern as the filter date has it.",
        example: "unix")
    static let window = Key(
        "window", .section(WindowKeys.section),
        doc: "The steps in which the call catches up, each committed by itself.", example: "{size: 1d}")

    static let section = Section(
        "incremental", noun: "incremental", title: "Incremental",
        doc: """
            The call goes on where the last run ended. A record without the field, and one whose field is of another \
            type, fails the call. In a loop each item, known by the loop's `key`, has its own watermark.
            """,
        keys: [field, token, nextURL, parameter, initial, lookback, order, type, format, window],
        groups: [.exactlyOne("field", "token", "next_url")],
        example: """
            query: {updated_since: "${since}"}
            incremental: {field: $.updated_at, initial: 2024-01-01T00:00:00Z, lookback: 5m}
            """)
}
