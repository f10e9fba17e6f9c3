public import Diagnostics

/// A value of a YAML document together with its place.
///
/// A node that an alias stands for has the place of the alias; what is inside it keeps the places where it is written.
public struct YAMLNode: Sendable {
    /// What a node holds.
    public indirect enum Content: Sendable {
        /// Text, or what text stands for.
        case scalar(YAMLScalar)
        /// A list.
        case sequence([YAMLNode])
        /// Keys with values, each key once, in the order of the document.
        ///
        /// What a merge key brought in stands where the merge key stood.
        case mapping([YAMLEntry])
    }

    /// Where the node stands, without its anchor, the white space around it and comments behind it.
    ///
    /// The span of a block scalar ends behind its last line that is not empty, before the line break; an absent value
    /// has an empty span behind the `:` or `-` that it belongs to.
    public let span: SourceSpan
    /// What it holds.
    public let content: Content

    init(span: SourceSpan, content: Content) {
        self.span = span
        self.content = content
    }
}

extension YAMLNode {
    /// The scalar, if it is one.
    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, if it is a list.
    public var sequence: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries, if it is a mapping.
    public var mapping: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The same node where an alias stands for it.
    func aliased(at span: SourceSpan) -> YAMLNode {
        guard case .scalar(let scalar) = content else { return YAMLNode(span: span, content: content) }
        return YAMLNode(span: span, content: .scalar(scalar.aliased(at: span)))
    }
}
