public import Diagnostics

/// Nodes that are written nowhere, for what stands for something else in a document.
extension YAMLNode {
    /// Text at the place of what it stands for.
    ///
    /// - Parameter style: `plain` for a scalar that may also be a number or a truth value.
    public init(text: String, style: YAMLScalar.Style = .doubleQuoted, at span: SourceSpan) {
        self.init(
            span: span, content: .scalar(YAMLScalar(text: text, style: style, span: span, map: .whole)))
    }

    /// A list at the place of what it stands for.
    public init(items: [YAMLNode], at span: SourceSpan) {
        self.init(span: span, content: .sequence(items))
    }

    /// A mapping at the place of what it stands for; no key may be there twice.
    public init(entries: [YAMLEntry], at span: SourceSpan) {
        self.init(span: span, content: .mapping(entries))
    }
}

extension YAMLEntry {
    /// An entry whose key is written nowhere.
    public init(name: String, at span: SourceSpan, value: YAMLNode) {
        self.init(key: YAMLKey(text: name, span: span), value: value)
    }

    /// The entry with another value.
    public func with(_ value: YAMLNode) -> YAMLEntry {
        YAMLEntry(key: key, value: value, isMerged: isMerged)
    }
}
