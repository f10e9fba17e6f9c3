/// How records are written.
public enum RecordFormat: Sendable, Hashable {
    /// One JSON array, a record a line.
    case json
    /// JSON Lines: one value a line.
    case jsonl
    /// Comma-separated values (RFC 4180), with a header line.
    case csv
    /// Tab-separated values, with a header line.
    case tsv
    /// One value a line, as text.
    case txt
}
