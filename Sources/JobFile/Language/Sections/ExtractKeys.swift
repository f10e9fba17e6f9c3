internal import JSONPath
internal import Diagnostics

/// The keys of an entry of `extract`.
enum ExtractKeys {
    static let json = Key("json", .plain(.jsonPath), doc: "Where the value is in the body.", example: "$.session.key")
    static let header = Key("header", .plain(.header), doc: "The header that holds it.", example: "Location")
    static let regex = Key(
        "regex", .plain(.pattern),
        doc: "What a pattern finds in the body's text: its first group, or all of it where it has none.",
        example: "'token=([a-z]+)'")
    static let cookie = Key("cookie", .plain(.text), doc: "The cookie that holds it.", example: "sid")
    static let status = Key("status", .on, doc: "true for the status, a number.", example: "true")
    static let standard = Key("default", .json, doc: "The value when there is none.", example: "0")
    static let required = Key(
        "required", .plain(.boolean), standard: "true",
        doc: "Whether it is an error when there is none and no default.", example: "false")
    static let secret = Key(
        "secret", .plain(.boolean), standard: "false", doc: "Whether the value is secret from here on.",
        example: "true")

    static let section = Section(
        "extract", noun: "an entry of extract", title: "An entry of extract",
        doc: "A value for later calls, who see it as `${calls.CALL.NAME}`. A JSONPath is short for `{json: PATH}`.",
        keys: [json, header, regex, cookie, status, standard, required, secret],
        groups: [.exactlyOne("json", "header", "regex", "cookie", "status")],
        example: """
            extract:
              id: $.id
              location: {header: Location}
              count: {json: $.count, default: 0}
            """)

    /// An entry in its short or long form.
    static let entry = ValueShape<Either<Located<JSONPath>, CheckedSection>>.either(
        .plain(.jsonPath), or: .section(section))
}
