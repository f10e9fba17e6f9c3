import JSON

/// Rows of CSV or TSV: objects by the names of the header row, all values text.
struct CSVRowParser: RowParser {
    private var reader: CSVReader
    private var header: [String]?

    init(separator: UInt8) {
        reader = CSVReader(separator: separator)
    }

    mutating func feed(_ bytes: [UInt8]) throws(RowFile.Failure) -> [JSONValue] {
        try collect { reader, row throws(CSVReader.Failure) in try reader.feed(bytes, row) }
    }

    mutating func finish() throws(RowFile.Failure) -> [JSONValue] {
        try collect { reader, row throws(CSVReader.Failure) in try reader.finish(row) }
    }

    private mutating func collect(
        _ read: (inout CSVReader, (Int, [String]) throws(CSVReader.Failure) -> Void) throws(CSVReader.Failure) -> Void
    ) throws(RowFile.Failure) -> [JSONValue] {
        var rows: [JSONValue] = []
        var header = header
        do throws(CSVReader.Failure) {
            try read(&reader) { line, fields throws(CSVReader.Failure) in
                guard let names = header else {
                    header = try Self.checked(fields, line)
                    return
                }
                guard fields.count == names.count else {
                    throw CSVReader.Failure(
                        line: line, message: "\(fields.count) fields, but the header row has \(names.count)")
                }
                rows.append(.object(zip(names, fields).map { JSONMember(name: $0, value: .string($1)) }))
            }
        } catch {
            throw RowFile.Failure(error.message, line: error.line)
        }
        self.header = header
        return rows
    }

    private static func checked(_ names: [String], _ line: Int) throws(CSVReader.Failure) -> [String] {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw CSVReader.Failure(line: line, message: "the header row has '\(name)' twice")
        }
        return names
    }
}
