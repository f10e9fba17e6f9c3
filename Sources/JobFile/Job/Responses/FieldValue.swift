public import Diagnostics
public import JSON
public import JSONPath

/// A field that is made of a record.
public struct FieldValue: Sendable {
    /// Where a field's value comes from.
    public enum Source: Sendable {
        /// From the record: a value for a singular path, otherwise a list.
        case path(JSONPath)
        /// From a template, which sees the record as `record`.
        case template(LocatedTemplate)
        /// Always the same.
        case literal(JSONValue)
    }

    /// The field's name.
    public var name: String
    /// Where its value comes from.
    public var source: Source
    /// What it is turned into; nil to leave it as it is.
    public var type: ValueType?
    /// The value when there is none or it is null.
    public var `default`: JSONValue?
    /// Whether it is an error when there is none.
    public var isRequired: Bool
    /// Where it stands.
    public var span: SourceSpan

    /// Makes a field; by default it may be missing, and is null then.
    public init(
        name: String,
        source: Source,
        type: ValueType? = nil,
        default: JSONValue? = nil,
        isRequired: Bool = false,
        span: SourceSpan
    ) {
        self.name = name
        self.source = source
        self.type = type
        self.default = `default`
        self.isRequired = isRequired
        self.span = span
    }
}
