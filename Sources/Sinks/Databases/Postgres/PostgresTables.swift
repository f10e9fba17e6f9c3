import Database
import Secrets

/// A PostgreSQL database that tables are written in.
final class PostgresTables: TableDatabase {
    /// Host, port and database.
    let name: String
    private var connection: PostgresConnection?
    private var stageCount = 0

    init(_ url: Secret) throws(SinkError) {
        let connection = try SinkError.wrapping(.open, "PostgreSQL") { () throws(DatabaseError) in
            let connection = try PostgresConnection(url: url)
            // "It is there already" is nothing to tell.
            try connection.execute("SET client_min_messages = error")
            return connection
        }
        self.connection = connection
        name = connection.place
    }

    func writer(_ configuration: SinkConfiguration, table: String) throws(SinkError) -> any TableWriter {
        stageCount += 1
        return try PostgresTableWriter(
            try opened(), configuration, table: table, stage: "errand_stage_\(stageCount)", place: name)
    }

    /// A run that is stopped in its transaction must not hold others up, nor wait for them without an end.
    func begin() throws(SinkError) {
        try with(.publish) { connection throws(DatabaseError) in
            try connection.begin()
            try connection.execute(
                "SET LOCAL idle_in_transaction_session_timeout = '10s'; SET LOCAL lock_timeout = '60s'")
        }
    }

    func commit() throws(SinkError) {
        try with(.publish) { connection throws(DatabaseError) in try connection.commit() }
    }

    func rollback() { try? connection?.rollback() }

    func claim(_ fence: DatabaseFence) throws(SinkError) -> Bool {
        try with(.publish) { connection throws(DatabaseError) in
            try Self.make("errand_fences", "(job text PRIMARY KEY, token bigint NOT NULL)", connection)
            // The row is locked to the end of the transaction, so that nobody with a newer token comes between.
            let rows = try connection.query(
                """
                INSERT INTO errand_fences (job, token) VALUES ($1, $2) ON CONFLICT (job) DO UPDATE
                SET token = excluded.token WHERE errand_fences.token <= excluded.token RETURNING 1
                """, [.text(fence.job), .integer(fence.token)])
            return !rows.isEmpty
        }
    }

    func position(of owner: SinkOwner) throws(SinkError) -> (value: [UInt8], tables: [String])? {
        try with(.read) { connection throws(DatabaseError) in
            guard try Self.has(PostgresName("errand_positions"), connection) else { return nil }
            let rows = try connection.query(
                "SELECT value, tables FROM errand_positions WHERE job = $1 AND call = $2 AND key = $3", owner.values)
            guard let row = rows.first, let value = row[0].bytes else { return nil }
            var tables: [String] = []
            for table in TableNames.list(row[1].text ?? "") where try Self.has(PostgresName(table), connection) {
                tables.append(table)
            }
            return (value, tables)
        }
    }

    func setPosition(_ value: [UInt8]?, tables: [String], of owner: SinkOwner) throws(SinkError) {
        try with(.publish) { connection throws(DatabaseError) in
            try Self.make(
                "errand_positions",
                """
                (job text, call text, key text, value text NOT NULL, tables text NOT NULL, \
                updated_at timestamptz NOT NULL, PRIMARY KEY (job, call, key))
                """, connection)
            guard let value else {
                try connection.query(
                    "DELETE FROM errand_positions WHERE job = $1 AND call = $2 AND key = $3", owner.values)
                return
            }
            var made: [String] = []
            for table in tables where try Self.has(PostgresName(table), connection) { made.append(table) }
            let values = owner.values + [.text(String(decoding: value, as: UTF8.self)), .text(TableNames.text(made))]
            try connection.query(
                """
                INSERT INTO errand_positions (job, call, key, value, tables, updated_at)
                VALUES ($1, $2, $3, $4, $5, now()) ON CONFLICT (job, call, key) DO UPDATE
                SET value = excluded.value, tables = excluded.tables, updated_at = excluded.updated_at
                """, values)
        }
    }

    func close() { connection = nil }

    private static func has(_ name: PostgresName, _ connection: PostgresConnection) throws(DatabaseError) -> Bool {
        try connection.query("SELECT 1 WHERE to_regclass($1) IS NOT NULL", [.text(name.quoted)]).count == 1
    }

    /// Makes a table of errand's own; of two runs that do so at the same time one waits for the other.
    private static func make(
        _ name: String, _ definition: String, _ connection: PostgresConnection
    ) throws(DatabaseError) {
        if try has(PostgresName(name), connection) { return }
        try connection.execute("SELECT pg_advisory_xact_lock(7310595130486321764)")
        try connection.execute("CREATE TABLE IF NOT EXISTS \(name) \(definition)")
    }

    private func opened() throws(SinkError) -> PostgresConnection {
        guard let connection else { throw .closed(name) }
        return connection
    }

    private func with<Result>(
        _ operation: SinkError.Operation, _ body: (PostgresConnection) throws(DatabaseError) -> Result
    ) throws(SinkError) -> Result {
        let connection = try opened()
        return try SinkError.wrapping(operation, name) { () throws(DatabaseError) in try body(connection) }
    }
}
