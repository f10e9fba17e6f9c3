/// How a body is read: `response`.
public enum ResponseFormat: String, Sendable, Hashable, CaseIterable {
    /// As one JSON document.
    case json
    /// As JSON Lines, one record a line, read as a stream.
    case jsonl
    /// As CSV with a header line, one record a row, read as a stream.
    case csv
    /// As text; `body` is then a string.
    case text

    /// Whether records are read one after the other while the body comes.
    public var isStreamed: Bool { self == .jsonl || self == .csv }
}
