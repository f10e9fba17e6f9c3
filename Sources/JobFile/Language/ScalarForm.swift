/// What a scalar may be, described.
struct ScalarForm: Sendable {
    /// How a scalar of the form is written in YAML.
    enum Kind: Sendable, Hashable {
        /// Text; a plain number or boolean keeps its spelling.
        case text
        /// A plain whole number.
        case integer
        /// `true` or `false`.
        case boolean
    }

    /// How it is written.
    let kind: Kind
    /// With its article: "a duration such as 30s".
    let words: String
    /// Many of them: "durations".
    let pluralWords: String
    /// A regular expression (ECMA 262, as JSON Schema has it) that all such texts match.
    let pattern: String?
    /// The only words that are allowed; empty for any.
    let allowed: [String]
    /// The least and the greatest number.
    let range: ClosedRange<Int>?

    init(
        _ kind: Kind,
        _ words: String,
        plural: String,
        pattern: String? = nil,
        allowed: [String] = [],
        range: ClosedRange<Int>? = nil
    ) {
        self.kind = kind
        self.words = words
        self.pluralWords = plural
        self.pattern = pattern
        self.allowed = allowed
        self.range = range
    }
}
