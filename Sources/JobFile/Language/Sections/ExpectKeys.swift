/// The keys of `expect`.
enum ExpectKeys {
    static let status = Key(
        "status", .oneOrMore(.plain(.status)), standard: "2xx", doc: "The statuses of a good answer.", example: "201")
    static let headers = Key(
        "headers", .map(of: .headerTest, names: .header, orEmpty: false),
        doc: """
            What headers must be: the whole text, /a pattern/ that is found in it, true for any, false for none.
            """,
        example: "{Content-Type: /json/, X-Debug: false}")
    static let body = Key(
        "body", .oneOrMore(.plain(.condition)), doc: "What must hold on the body.", example: "length($.items) > 0")
    static let maxDuration = Key(
        "max_duration", .loaded(.positiveDuration), .load, doc: "The longest that one attempt may take.",
        example: "2s")
    static let records = Key(
        "records", .section(RecordCountKeys.section), .load, doc: "How many records the whole call must have.",
        example: "{min: 1}")

    static let section = Section(
        "expect", noun: "expect", title: "Expect",
        doc: "What the answers of a call must be; otherwise the run ends with exit code 2.",
        keys: [status, headers, body, maxDuration, records],
        example: """
            expect:
              status: 200
              body: length($.items) > 0
              records: {min: 1}
            """)
}
