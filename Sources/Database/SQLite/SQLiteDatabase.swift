import CSQLite

/// A SQLite database in a file.
///
/// It is used from one thread at a time. It writes ahead (WAL), so that readers and one writer do not wait for each
/// other, and what was committed survives a loss of power (`synchronous=FULL`). A file system that cannot do WAL gets
/// SQLite's usual journal.
public final class SQLiteDatabase {
    /// What may be done with the file.
    public enum Access: Sendable, Hashable {
        /// Read and write; a file that is not there is made.
        case create
        /// Read and write; a file that is not there is an error.
        case existing
        /// Only read; a file that is not there is an error.
        case readOnly
    }

    let connection: SQLiteConnection
    /// Statements for `query` that wait to be used again, by their text.
    private var idle: [String: SQLiteStatement] = [:]

    /// Opens a database, or makes one.
    ///
    /// - Parameters:
    ///   - path: its file; no name has a special meaning, `:memory:` is a file too.
    ///   - busyTimeout: how long one waits for another program's transaction, 10 seconds by default.
    ///   - access: whether it may be made and written; `create` by default.
    ///   - isPrivate: gives a file that is made here the mode 0600; one that is there keeps its mode.
    /// - Throws: `unavailable`, `cannotOpen` (also for a file that is no database or damaged), `notAllowed`, `busy`,
    ///   `full`; all name the file.
    public init(
        path: String, busyTimeout: Duration = .seconds(10), access: Access = .create, isPrivate: Bool = false
    ) throws(DatabaseError) {
        connection = try SQLiteConnection(path: path, access: access, isPrivate: isPrivate)
        try connection.configure(busyTimeout: busyTimeout, access: access)
    }

    /// The file, as it was given.
    public var path: String { connection.path }

    /// How many rows the last INSERT, UPDATE or DELETE has changed.
    public var changes: Int { Int(clamping: sqlite3_changes64(connection.handle)) }

    /// Whether a transaction has begun and not ended; some errors end one.
    public var isInTransaction: Bool { sqlite3_get_autocommit(connection.handle) == 0 }

    /// Runs statements, separated by semicolons, and drops their rows.
    public func execute(_ sql: String) throws(DatabaseError) {
        try connection.execute(sql)
    }

    /// Makes a statement of its text, to be run often.
    ///
    /// - Throws: also for a text with more than one statement, or none.
    public func prepare(_ sql: String) throws(DatabaseError) -> SQLiteStatement {
        try SQLiteStatement(connection, sql)
    }

    /// Runs one statement with these values for its `?`, and gives all its rows.
    ///
    /// The statement is kept for the next time; at most 64 are.
    @discardableResult
    public func query(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> [[DatabaseValue]] {
        // Taken out while it is in use, so that a query within a query gets one of its own.
        let waiting = idle.removeValue(forKey: sql)
        let statement = if let waiting { waiting } else { try prepare(sql) }
        let rows = try statement.query(values)
        if idle.count >= 64 { idle = [:] }
        idle[sql] = statement
        return rows
    }

    /// The name of a table or column in quotes.
    public static func quote(_ identifier: String) -> String {
        Identifier.quote(identifier)
    }
}
