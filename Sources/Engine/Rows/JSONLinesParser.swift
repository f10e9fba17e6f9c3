import JSON

/// Rows of JSON Lines: one value a line, empty lines passed over.
struct JSONLinesParser: RowParser {
    /// The largest line, in bytes.
    static let lineLimit = 64 << 20

    private var rest: [UInt8] = []
    private var line = 1

    mutating func feed(_ bytes: [UInt8]) throws(RowFile.Failure) -> [JSONValue] {
        var rows: [JSONValue] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            rest.append(contentsOf: bytes[start..<end])
            if let row = try takeLine() { rows.append(row) }
            start = end + 1
        }
        rest.append(contentsOf: bytes[start...])
        guard rest.count <= Self.lineLimit else {
            throw RowFile.Failure("larger than \(Self.lineLimit) bytes", line: line)
        }
        return rows
    }

    mutating func finish() throws(RowFile.Failure) -> [JSONValue] {
        try takeLine().map { [$0] } ?? []
    }

    private mutating func takeLine() throws(RowFile.Failure) -> JSONValue? {
        defer {
            rest.removeAll(keepingCapacity: true)
            line += 1
        }
        guard rest.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
        do throws(JSONSyntaxError) {
            return try JSONValue(parsing: rest)
        } catch {
            throw RowFile.Failure(
                "column \(error.column): expected \(error.expected), found \(error.found)", line: line)
        }
    }
}
