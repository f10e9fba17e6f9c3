import CPostgres

extension PostgresConnection {
    /// Runs statements, separated by semicolons, and drops their rows.
    ///
    /// Without a transaction of their own all of them take place or none.
    public func execute(_ sql: String) throws(DatabaseError) {
        try check(sql)
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        try finish(result)
    }

    /// Runs one statement with these values for its `$1`, `$2` and so on, and gives all its rows.
    ///
    /// The server finds out the types of the values from the statement; where it cannot, write a cast: `$1::bigint`.
    /// Whole numbers, `real`, `double precision`, `boolean` and `bytea` come back as such, all others as text.
    @discardableResult
    public func query(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> [[DatabaseValue]] {
        try check(sql)
        for case .text(let text) in values { try check(text) }
        let result = PostgresParameters(values).run(handle, sql)
        defer { PQclear(result) }
        try finish(result)
        return PostgresRows(result).all
    }

    /// Why a statement or value cannot be sent: PostgreSQL has no text with a NUL.
    private func check(_ text: String) throws(DatabaseError) {
        guard !text.utf8.contains(0) else {
            throw DatabaseError(.failed, "PostgreSQL cannot keep a text with a NUL (U+0000) in it", sqlState: "22021")
        }
    }

    /// Takes note of what a statement did, or throws.
    func finish(_ result: OpaquePointer?) throws(DatabaseError) {
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY else {
            throw error(of: result)
        }
        changes = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }
}
