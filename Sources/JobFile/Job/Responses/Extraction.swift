public import Diagnostics
public import IRegexp
public import JSON
public import JSONPath

/// A value that is taken out of an answer: an entry of `extract`.
public struct Extraction: Sendable {
    /// Where the value is.
    public enum Source: Sendable {
        /// In the body: a value for a singular path, otherwise a list.
        case json(JSONPath)
        /// A header, whatever its case.
        case header(String)
        /// What a pattern finds in the body's text: its first group, or all of it where it has none.
        case regex(IRegexp)
        /// A cookie that the answer sets.
        case cookie(String)
        /// The status, a number.
        case status
    }

    /// The name: `calls.CALL.NAME`.
    public var name: String
    /// Where the value is.
    public var source: Source
    /// The value when there is none.
    public var `default`: JSONValue?
    /// Whether it is an error when there is none and no default.
    public var isRequired: Bool
    /// Whether the value is secret from here on.
    public var isSecret: Bool
    /// Where it stands.
    public var span: SourceSpan

    /// Makes an extraction; by default the value must be there.
    public init(
        name: String,
        source: Source,
        default: JSONValue? = nil,
        isRequired: Bool = true,
        isSecret: Bool = false,
        span: SourceSpan
    ) {
        self.name = name
        self.source = source
        self.default = `default`
        self.isRequired = isRequired
        self.isSecret = isSecret
        self.span = span
    }
}
