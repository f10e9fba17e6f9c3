public import Diagnostics
public import JSONPath

/// How a call goes on where the last run ended: `incremental`.
public struct Incremental: Sendable {
    /// What is remembered between runs.
    public enum Kind: Sendable {
        /// The greatest value of a field among the records that are safe.
        case field(WatermarkField)
        /// A text that the last page gives, sent as it is with the next run's first page.
        case token(Located<JSONPath>, parameter: String?)
        /// The URL with which the next run begins, from the last page.
        case nextURL(Located<JSONPath>)
    }

    /// What is remembered between runs.
    public var kind: Kind
    /// Where it stands.
    public var span: SourceSpan

    /// Makes it from its parts.
    public init(kind: Kind, span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The field of a watermark; nil for the opaque kinds.
    public var field: WatermarkField? {
        if case .field(let field) = kind { field } else { nil }
    }
}
