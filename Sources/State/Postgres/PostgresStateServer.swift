import Database
import Secrets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Opens a state on a PostgreSQL server.
enum PostgresStateServer {
    /// How long is waited before each further attempt to reach a server that was there before.
    private static let pauses: [UInt32] = [0, 1, 4]
    /// What processes agree on that make the tables at the same time: "errand" in bytes.
    private static let makers: Int64 = 0x6572_7261_6E64

    /// Connects, and makes the tables where they are missing.
    static func open(_ url: Secret) throws(StateError) -> StateTables {
        let connection: PostgresConnection
        do {
            connection = try PostgresConnection(url: url)
        } catch {
            throw StateError(error)
        }
        let tables = StateTables(session: connection, dialect: .postgres, place: connection.place)
        if try !isMade(tables) { try make(tables) }
        let version = try tables.query("SELECT value FROM \(StateSchema.meta) WHERE name = 'version'")
        try StateSchema.check(version.first?.first?.text, place: tables.place)
        return tables
    }

    /// Connects again.
    static func reopen(_ url: Secret) throws(StateError) -> StateTables {
        var failure = StateError(.lost, "the connection to the state is lost")
        for pause in pauses {
            sleep(pause)
            do {
                return try open(url)
            } catch {
                failure = error
                guard error.code == .cannotOpen || error.code == .lost else { throw error }
            }
        }
        throw StateError(.lost, failure.message)
    }

    /// Whether the tables are there.
    ///
    /// Read from the catalog itself: `to_regclass` may go by what the session remembers from before it waited for those
    /// who made them.
    private static func isMade(_ tables: StateTables) throws(StateError) -> Bool {
        try !tables.query(
            "SELECT 1 FROM pg_catalog.pg_class WHERE relname = $1 AND pg_catalog.pg_table_is_visible(oid)",
            [.text(StateSchema.meta)]
        ).isEmpty
    }

    /// Makes the tables; of several processes that do so at once, one.
    private static func make(_ tables: StateTables) throws(StateError) {
        try tables.transaction { () throws(StateError) in
            try tables.query("SELECT pg_advisory_xact_lock($1::bigint)", [.integer(makers)])
            guard try !isMade(tables) else { return }
            for statement in StateSchema.statements(.postgres) { try tables.query(statement) }
        }
    }
}
