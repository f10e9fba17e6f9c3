extension SQLiteDatabase {
    /// Begins a transaction that may write at once (BEGIN IMMEDIATE), so that it cannot fail for being too late.
    ///
    /// - Throws: `busy` when another program's transaction did not end in time.
    public func begin() throws(DatabaseError) {
        try query("BEGIN IMMEDIATE")
    }

    /// Ends the transaction and keeps what it did.
    public func commit() throws(DatabaseError) {
        try query("COMMIT")
    }

    /// Ends the transaction and takes back what it did; nothing happens without one.
    public func rollback() throws(DatabaseError) {
        guard isInTransaction else { return }
        try query("ROLLBACK")
    }

    /// Does something in a transaction, which is taken back when it throws.
    public func transaction<T>(_ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
        try begin()
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            // The first error says what is wrong; closing the connection takes back what this one cannot.
            try? rollback()
            throw error
        }
    }
}
