extension SinkConfiguration {
    /// The encoder of the format; a table that is added to goes on with the columns that are there.
    func encoder(on destination: any Destination, path: String) throws(SinkError) -> any RecordEncoder {
        switch format {
        case .json: JSONArrayEncoder()
        case .jsonl: JSONLinesEncoder()
        case .csv: try tableEncoder(.csv, on: destination, path: path)
        case .tsv: try tableEncoder(.tsv, on: destination, path: path)
        case .txt: TextEncoder()
        }
    }

    /// How long the header of a file may be.
    private static let headerLimit = 1 << 20

    private func tableEncoder(
        _ dialect: TableDialect, on destination: any Destination, path: String
    ) throws(SinkError) -> TableEncoder {
        let head = try (destination as? any AppendingDestination)?.head(Self.headerLimit) ?? []
        guard !head.isEmpty else { return TableEncoder(dialect, columns: columns) }
        guard let existing = TableHeader.columns(head, dialect) else {
            throw SinkError(
                .unsuitable, path: path, operation: .open, message: "its first line is not a header",
                advice: "add to a file that has one, or to a new file")
        }
        guard columns == nil || columns == existing else {
            throw SinkError(
                .unsuitable, path: path, operation: .open,
                message: "its header is \(Self.list(existing)), and the records have \(Self.list(columns ?? []))",
                advice: "write to another file, or give `fields` the names and the order of the header")
        }
        return TableEncoder(dialect, columns: existing, hasHeader: true)
    }

    private static func list(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}
