/// How a body is read: `response`.
public enum ResponseFormat: String, Sendable, Hashable, CaseIterable {
    /// As one JSON document.
    case json
    /// As text; `body` is then a string.
    case text
}
