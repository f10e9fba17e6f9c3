import Database

/// What SQLite and PostgreSQL have in common here: statements with `$1`, `$2` in the order in which they first occur.
protocol SQLSession: AnyObject {
    func execute(_ sql: String) throws(DatabaseError)
    @discardableResult
    func query(_ sql: String, _ values: [DatabaseValue]) throws(DatabaseError) -> [[DatabaseValue]]
    func commit() throws(DatabaseError)
    func rollback() throws(DatabaseError)
    /// How many rows the last statement has changed.
    var changes: Int { get }
}

extension SQLiteDatabase: SQLSession {}
extension PostgresConnection: SQLSession {}
