/// The keys of an entry of `rules`.
enum RuleKeys {
    static let status = Key(
        "status", .oneOrMore(.plain(.status)), doc: "The statuses that it is about.", example: "[404, 410]")
    static let headers = Key(
        "headers", .map(of: .headerTest, names: .header, orEmpty: false),
        doc: """
            What headers must be: the whole text, /a pattern/ that is found in it, true for any, false for none.
            """,
        example: "{Content-Type: /json/}")
    static let body = Key(
        "body", .plain(.condition), doc: "What must hold on the body.", example: "$.error.code == 'throttled'")
    static let action = Key(
        "do", .plain(ScalarReader<RuleAction>.word), required: true,
        doc: """
            What such an answer means: a good answer, nothing to do for this item, send again, the last page, send \
            again with a new token, forget the watermark and start over once, or a failure.
            """,
        example: "skip")

    static let section = Section(
        "rule", noun: "a rule", title: "A rule",
        doc: "What particular answers mean. All parts of a rule must hold, and the first rule that does decides.",
        keys: [status, headers, body, action],
        example: """
            rules:
              - {status: 404, do: skip}
              - {status: 4xx, body: "$.error.code == 'throttled'", do: retry}
            """)
}
