import Database

/// A temporary table in which rows wait for their transaction.
///
/// Its columns are `c0`, `c1`, … in the order of the list. With a key there is one row for each: what comes later for
/// the same key is merged into it. An empty blob, which no record makes, stands for a value that a record does not have.
final class SQLiteStage {
    private let database: SQLiteDatabase
    /// Its name, quoted.
    let name: String
    private let isMerging: Bool
    private var columnCount = 0
    private var insertion: SQLiteStatement?
    private(set) var rowCount = 0
    /// Whether a record lacked a value, or says that one is gone: the table needs more than one statement then.
    private(set) var hasGaps = false
    private(set) var hasDeletions = false
    private(set) var hasMarks = false

    init(_ database: SQLiteDatabase, name: String, isMerging: Bool) {
        self.database = database
        self.name = "temp.\(SQLiteDatabase.quote(name))"
        self.isMerging = isMerging
    }

    /// Adds a row.
    func insert(_ row: Row, _ record: Record, _ columns: ColumnList) throws(DatabaseError) {
        if columns.count != columnCount { try extend(to: columns) }
        let statement = try prepared(columns)
        try row.bytes.span.bytes.withUnsafeBytes { (bytes) throws(DatabaseError) in
            for place in 0..<columnCount { try bind(row.cells[place], bytes, statement, at: place + 1) }
            if isMerging {
                try bind(record.mark, statement, at: columnCount + 1)
                try statement.bindInteger(record.isDeleted ? 1 : 0, at: columnCount + 2)
                if record.isDeleted { hasDeletions = true }
            }
            try statement.run()
        }
        rowCount += 1
    }

    /// Removes its rows.
    func clear() throws(DatabaseError) {
        guard columnCount > 0 else { return }
        try database.execute("DELETE FROM \(name)")
        (rowCount, hasGaps, hasDeletions) = (0, false, false)
    }

    /// Removes it; that it goes with the connection anyway is why a failure is none.
    func drop() {
        insertion = nil
        if columnCount > 0 { try? database.execute("DROP TABLE \(name)") }
        columnCount = 0
    }

    private func bind(
        _ cell: Cell, _ bytes: UnsafeRawBufferPointer, _ statement: SQLiteStatement, at place: Int
    ) throws(DatabaseError) {
        switch cell {
        case .null: try statement.bindNull(at: place)
        case .integer(let value): try statement.bindInteger(value, at: place)
        case .real(let value): try statement.bindReal(value, at: place)
        case .text(let range): try statement.bindText(UnsafeRawBufferPointer(rebasing: bytes[range]), at: place)
        case .absent:
            guard isMerging else { return try statement.bindNull(at: place) }
            hasGaps = true
            try statement.bindBlob(UnsafeRawBufferPointer(rebasing: bytes[0..<0]), at: place)
        }
    }

    private func bind(_ mark: RecordMark?, _ statement: SQLiteStatement, at place: Int) throws(DatabaseError) {
        if mark != nil { hasMarks = true }
        switch mark {
        case nil: try statement.bindNull(at: place)
        case .integer(let value): try statement.bindInteger(value, at: place)
        case .text(let text): try statement.bind(.text(text), at: place)
        }
    }

    private func extend(to columns: ColumnList) throws(DatabaseError) {
        insertion = nil
        if columnCount == 0 {
            var parts = (0..<columns.count).map { "c\($0)" }
            if isMerging {
                let key = (columns.keyPlaces ?? []).map { "c\($0)" }.joined(separator: ", ")
                parts += ["mark", "state INTEGER NOT NULL", "PRIMARY KEY (\(key))"]
            }
            try database.execute("CREATE TABLE \(name) (\(parts.joined(separator: ", ")))")
        } else {
            // The rows that are there have no value for it.
            let ending = isMerging ? " DEFAULT x''" : ""
            for place in columnCount..<columns.count {
                try database.execute("ALTER TABLE \(name) ADD COLUMN c\(place)\(ending)")
            }
            if isMerging, rowCount > 0 { hasGaps = true }
        }
        columnCount = columns.count
    }

    private func prepared(_ columns: ColumnList) throws(DatabaseError) -> SQLiteStatement {
        if let insertion { return insertion }
        var names = (0..<columnCount).map { "c\($0)" }
        if isMerging { names += ["mark", "state"] }
        var sql = "INSERT INTO \(name) (\(names.joined(separator: ", "))) VALUES ("
        sql += names.indices.map { "?\($0 + 1)" }.joined(separator: ", ") + ")"
        if isMerging { sql += Self.merging(columns) }
        let statement = try database.prepare(sql)
        insertion = statement
        return statement
    }

    /// What becomes of the row that waits already for the same key: 0 a change, 1 a deletion, 2 a row in place of one
    /// that was deleted.
    private static func merging(_ columns: ColumnList) -> String {
        let key = columns.keyPlaces ?? []
        var changes = columns.list.indices.filter { !key.contains($0) }.map { place in
            """
            c\(place) = CASE WHEN typeof(excluded.c\(place)) = 'blob' AND excluded.state = 0 THEN c\(place) \
            ELSE excluded.c\(place) END
            """
        }
        changes.append("mark = coalesce(excluded.mark, mark)")
        changes.append("state = CASE WHEN excluded.state = 1 THEN 1 WHEN state = 0 THEN 0 ELSE 2 END")
        return """
             ON CONFLICT (\(key.map { "c\($0)" }.joined(separator: ", "))) DO UPDATE \
            SET \(changes.joined(separator: ", ")) \
            WHERE excluded.mark IS NULL OR mark IS NULL OR excluded.mark >= mark
            """
    }
}
