import CSQLite

/// A statement that SQLite has compiled, with places for values: `?` or `?1`, counted from 1.
///
/// It keeps its database open. It is bound and run any number of times; values stay bound until others are.
public final class SQLiteStatement {
    let connection: SQLiteConnection
    let handle: OpaquePointer

    init(_ connection: SQLiteConnection, _ sql: String) throws(DatabaseError) {
        var compiled: OpaquePointer?
        var hasMore = false
        var text = sql
        let result = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                var rest: UnsafePointer<CChar>?
                let result = sqlite3_prepare_v3(
                    connection.handle, bytes.baseAddress, CInt(clamping: bytes.count),
                    CUnsignedInt(SQLITE_PREPARE_PERSISTENT), &compiled, &rest)
                if let rest, let start = bytes.baseAddress {
                    hasMore = bytes[(rest - start)...].contains { $0 != 0x20 && $0 != 0x0a && $0 != 0x3b }
                }
                return result
            }
        }
        guard result == SQLITE_OK else { throw connection.error(result) }
        guard let compiled, !hasMore else {
            sqlite3_finalize(compiled)
            throw DatabaseError(.failed, "\(connection.path): one statement is expected")
        }
        self.connection = connection
        handle = compiled
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Goes on to the next row.
    ///
    /// - Returns: false when there is none; the statement has run to its end and is ready for the next time.
    public func step() throws(DatabaseError) -> Bool {
        let result = sqlite3_step(handle)
        if result == SQLITE_ROW { return true }
        // The error is read first: to reset clears it.
        let error = result == SQLITE_DONE ? nil : connection.error(result)
        sqlite3_reset(handle)
        if let error { throw error }
        return false
    }

    /// Runs it to its end; rows are dropped.
    public func run() throws(DatabaseError) {
        while try step() {}
    }

    /// Ends a run before its last row; bound values stay.
    public func reset() {
        sqlite3_reset(handle)
    }

    /// Runs it to its end with these values, from the first place on, and gives all rows.
    public func query(_ values: [DatabaseValue] = []) throws(DatabaseError) -> [[DatabaseValue]] {
        try bind(values)
        var rows: [[DatabaseValue]] = []
        while try step() {
            rows.append((0..<columnCount).map { column($0) })
        }
        return rows
    }
}
