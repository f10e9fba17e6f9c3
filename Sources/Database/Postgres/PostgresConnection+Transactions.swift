import CPostgres

extension PostgresConnection {
    /// Begins a transaction (READ COMMITTED, unless the server's settings say otherwise).
    public func begin() throws(DatabaseError) {
        try execute("BEGIN")
    }

    /// Ends the transaction and keeps what it did.
    ///
    /// - Throws: `lost` when the connection ended before the server's answer: it may have taken place or not.
    public func commit() throws(DatabaseError) {
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        try finish(result)
        // A transaction that has failed is rolled back instead, and the server does not call that an error.
        guard PQcmdStatus(result).map({ String(cString: $0) }) == "COMMIT" else {
            throw DatabaseError(.failed, "\(place): the transaction had failed and was taken back", sqlState: "25P02")
        }
    }

    /// Ends the transaction and takes back what it did; nothing happens without one.
    public func rollback() throws(DatabaseError) {
        guard isInTransaction else { return }
        try execute("ROLLBACK")
    }

    /// Does something in a transaction, which is taken back when it throws.
    public func transaction<T>(_ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
        try begin()
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            // The first error says what is wrong; a connection that ends takes back what this one cannot.
            try? rollback()
            throw error
        }
    }
}
