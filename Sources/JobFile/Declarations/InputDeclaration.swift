public import Diagnostics
public import JSON

/// A value that is set from outside: an entry of `inputs`.
public struct InputDeclaration: Sendable, Hashable {
    /// The name: `inputs.NAME`, and `--input NAME=…`.
    public let name: String
    /// What it is; that of the default where the job does not say.
    public let type: ValueType
    /// The value when none is given; nil when one must be given.
    public let `default`: JSONValue?
    /// The only values that it may have (`enum`); empty for any.
    public let allowed: [JSONValue]
    /// What it is for.
    public let description: String?
    /// Where the entry stands.
    public let span: SourceSpan

    /// Makes a declaration from its parts.
    public init(
        name: String,
        type: ValueType,
        default: JSONValue? = nil,
        allowed: [JSONValue] = [],
        description: String? = nil,
        span: SourceSpan
    ) {
        self.name = name
        self.type = type
        self.default = `default`
        self.allowed = allowed
        self.description = description
        self.span = span
    }
}
