public import Diagnostics

/// The key of a mapping's entry: always text, whatever a value of that spelling would be.
public struct YAMLKey: Sendable, Hashable {
    /// The key's text, after YAML's own escapes.
    public let text: String
    /// Where it stands; of an alias, where the alias stands.
    public let span: SourceSpan

    init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}
