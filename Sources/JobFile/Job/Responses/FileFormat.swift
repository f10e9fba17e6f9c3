/// How records are written to a file or to stdout.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
    /// One JSON array.
    case json
    /// JSON Lines: one value a line.
    case jsonl
    /// Comma-separated values, RFC 4180.
    case csv
    /// Tab-separated values.
    case tsv
    /// One value a line, as text.
    case txt

    /// The format of a file by the ending of its name, or nil when the ending says nothing.
    ///
    /// `.gz` and `.zst` at the end say only how it is compressed: `orders.jsonl.gz` is JSON Lines.
    public init?(path: some StringProtocol) {
        let ending = FileCompression(path: path)?.ending ?? ""
        let name =
            path.utf8.dropLast(ending.utf8.count).split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased() {
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        case "csv": self = .csv
        case "tsv": self = .tsv
        case "txt": self = .txt
        default: return nil
        }
    }
}
