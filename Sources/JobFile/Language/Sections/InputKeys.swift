internal import JSON

/// The keys of an input.
enum InputKeys {
    static let type = Key(
        "type", .plain(ScalarReader<ValueType>.word), standard: "that of the default, otherwise text",
        doc: "What the input is.", example: "boolean")
    static let standard = Key(
        "default", .scalar, doc: "The value when none is given; without it one must be given.", example: "eu")
    static let allowed = Key(
        "enum", .list(of: .scalar), doc: "The only values that it may have.", example: "[eu, us]")
    static let description = Key(
        "description", .plain(.anyText), doc: "What it is for.", example: "The region to look at")

    static let section = Section(
        "input", noun: "an input", title: "An input",
        doc: "A plain value is short for `{default: VALUE}`.",
        keys: [type, standard, allowed, description],
        example: """
            inputs:
              region: {default: eu, enum: [eu, us]}
              full: {type: boolean, default: false, description: Also the archived ones}
            """)

    /// An input in its short or long form.
    static let input = ValueShape<Either<JSONValue, CheckedSection>>.either(.scalar, or: .section(section))
}
