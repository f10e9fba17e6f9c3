import Database

/// A temporary table in which rows wait for their transaction, all of them as text.
///
/// Its columns are `c0`, `c1`, … in the order of the list. For a table that is merged into, a value has a colon before
/// it and null is an empty text, so that NULL can stand for a value that a record does not have.
final class PostgresStage {
    private static let chunkSize = 256 << 10

    private let connection: PostgresConnection
    /// Its name, quoted.
    let name: String
    private let isMerging: Bool
    private var columnCount = 0
    private var isMade = false
    private var sequence = 0
    private var copy: PostgresCopy?
    private var buffer: [UInt8] = []
    private(set) var rowCount = 0
    private(set) var hasGaps = false
    private(set) var hasDeletions = false
    private(set) var hasMarks = false

    init(_ connection: PostgresConnection, name: String, isMerging: Bool) {
        self.connection = connection
        self.name = "pg_temp.\(PostgresConnection.quote(name))"
        self.isMerging = isMerging
    }

    /// Adds a row; it is there after `flush`.
    func insert(_ row: Row, _ record: Record, _ columns: ColumnList) throws(DatabaseError) {
        if columns.count != columnCount || !isMade { try extend(to: columns) }
        sequence += 1
        buffer.append(contentsOf: String(sequence).utf8)
        for place in 0..<columnCount { append(row.cells[place], row.bytes) }
        if isMerging { append(record) }
        buffer.append(UInt8(ascii: "\n"))
        rowCount += 1
        if buffer.count >= Self.chunkSize { try send() }
    }

    /// Sends the rows and waits until the server has them.
    func flush() throws(DatabaseError) {
        try send()
        try copy?.finish()
        copy = nil
    }

    /// Forgets the rows that are on their way.
    func abort() {
        buffer.removeAll()
        copy?.abort()
        copy = nil
    }

    /// Removes its rows.
    func clear() throws(DatabaseError) {
        guard isMade else { return }
        try connection.execute("TRUNCATE \(name)")
        (rowCount, hasGaps, hasDeletions) = (0, false, false)
    }

    /// Removes it; that it goes with the connection anyway is why a failure is none.
    func drop() {
        abort()
        if isMade { try? connection.execute("DROP TABLE IF EXISTS \(name)") }
        isMade = false
    }

    private func send() throws(DatabaseError) {
        guard !buffer.isEmpty else { return }
        if copy == nil {
            var names = ["seq"] + (0..<columnCount).map { "c\($0)" }
            if isMerging { names += ["mark", "mark_text", "state"] }
            copy = try connection.copyIn("COPY \(name) (\(names.joined(separator: ", "))) FROM STDIN")
        }
        try copy?.put(buffer)
        buffer.removeAll(keepingCapacity: buffer.capacity <= 4 << 20)
    }

    private func extend(to columns: ColumnList) throws(DatabaseError) {
        try flush()
        if !isMade {
            var parts = ["seq bigint"] + (0..<columns.count).map { "c\($0) text" }
            if isMerging { parts += ["mark bigint", "mark_text text COLLATE \"C\"", "state smallint"] }
            try connection.execute("CREATE TEMPORARY TABLE \(unqualified) (\(parts.joined(separator: ", ")))")
            isMade = true
        } else {
            for place in columnCount..<columns.count {
                try connection.execute("ALTER TABLE \(name) ADD COLUMN c\(place) text")
            }
            if rowCount > 0 { hasGaps = true }
        }
        columnCount = columns.count
    }

    private var unqualified: Substring { name.dropFirst("pg_temp.".count) }

    private func append(_ cell: Cell, _ bytes: [UInt8]) {
        buffer.append(UInt8(ascii: "\t"))
        switch cell {
        case .absent:
            hasGaps = true
            appendNull()
        case .null: if !isMerging { appendNull() }
        case .text(let range):
            if isMerging { buffer.append(UInt8(ascii: ":")) }
            appendEscaped(bytes[range])
        // Of PostgreSQL all values are text.
        case .integer(let value): appendEscaped(Array((isMerging ? ":\(value)" : "\(value)").utf8)[...])
        case .real(let value): appendEscaped(Array((isMerging ? ":\(value)" : "\(value)").utf8)[...])
        }
    }

    private func append(_ record: Record) {
        buffer.append(UInt8(ascii: "\t"))
        if record.mark != nil { hasMarks = true }
        if record.isDeleted { hasDeletions = true }
        if case .integer(let value)? = record.mark {
            buffer.append(contentsOf: String(value).utf8)
        } else {
            appendNull()
        }
        buffer.append(UInt8(ascii: "\t"))
        if case .text(let text)? = record.mark { appendEscaped(Array(text.utf8)[...]) } else { appendNull() }
        buffer.append(contentsOf: (record.isDeleted ? "\t1" : "\t0").utf8)
    }

    private func appendNull() { buffer.append(contentsOf: "\\N".utf8) }

    /// As the text format of COPY has it.
    private func appendEscaped(_ text: ArraySlice<UInt8>) {
        let isPlain = text.withUnsafeBufferPointer { text in
            text.allSatisfy { $0 != 0x5C && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        }
        if isPlain { return buffer.append(contentsOf: text) }
        for byte in text {
            switch byte {
            case UInt8(ascii: "\\"): buffer.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\t"): buffer.append(contentsOf: "\\t".utf8)
            case UInt8(ascii: "\n"): buffer.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): buffer.append(contentsOf: "\\r".utf8)
            default: buffer.append(byte)
            }
        }
    }
}
