import Database

/// An SQLite database that tables are written in.
final class SQLiteTables: TableDatabase {
    private let file: SQLiteFile
    private var database: SQLiteDatabase?
    private var hasCommitted = false
    private var stageCount = 0

    init(_ file: SQLiteFile) throws(SinkError) {
        self.file = file
        do throws(SinkError) {
            database = try SinkError.wrapping(.open, file.name) { () throws(DatabaseError) in
                try SQLiteDatabase(path: file.path, busyTimeout: .seconds(60))
            }
        } catch {
            file.removeIfNew()
            throw error
        }
    }

    var name: String { file.name }

    func writer(_ configuration: SinkConfiguration, table: String) throws(SinkError) -> any TableWriter {
        stageCount += 1
        return try SQLiteTableWriter(
            try opened(.open), configuration, table: table, stage: "errand_stage_\(stageCount)", place: file.name)
    }

    func begin() throws(SinkError) {
        try with(.publish) { database throws(DatabaseError) in try database.begin() }
    }

    func commit() throws(SinkError) {
        try with(.publish) { database throws(DatabaseError) in try database.commit() }
        hasCommitted = true
    }

    func rollback() { try? database?.rollback() }

    func claim(_ fence: DatabaseFence) throws(SinkError) -> Bool {
        try with(.publish) { database throws(DatabaseError) in
            try database.execute(
                "CREATE TABLE IF NOT EXISTS errand_fences (job TEXT PRIMARY KEY NOT NULL, token INTEGER NOT NULL)")
            try database.query(
                """
                INSERT INTO errand_fences (job, token) VALUES (?1, ?2)
                ON CONFLICT (job) DO UPDATE SET token = excluded.token WHERE token <= excluded.token
                """, [.text(fence.job), .integer(fence.token)])
            return database.changes > 0
        }
    }

    func position(of owner: SinkOwner) throws(SinkError) -> (value: [UInt8], tables: [String])? {
        try with(.read) { database throws(DatabaseError) in
            guard try Self.hasTable("errand_positions", database) else { return nil }
            let rows = try database.query(
                "SELECT value, tables FROM errand_positions WHERE job = ? AND call = ? AND key = ?", owner.values)
            guard let row = rows.first, let value = row[0].bytes else { return nil }
            var tables: [String] = []
            for table in TableNames.list(row[1].text ?? "") where try Self.hasTable(table, database) {
                tables.append(table)
            }
            return (value, tables)
        }
    }

    func setPosition(_ value: [UInt8]?, tables: [String], of owner: SinkOwner) throws(SinkError) {
        try with(.publish) { database throws(DatabaseError) in
            try database.execute(
                """
                CREATE TABLE IF NOT EXISTS errand_positions (job TEXT NOT NULL, call TEXT NOT NULL, key TEXT NOT NULL, \
                value TEXT NOT NULL, tables TEXT NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (job, call, key))
                """)
            guard let value else {
                try database.query(
                    "DELETE FROM errand_positions WHERE job = ? AND call = ? AND key = ?", owner.values)
                return
            }
            var made: [String] = []
            for table in tables where try Self.hasTable(table, database) { made.append(table) }
            let values = owner.values + [.text(String(decoding: value, as: UTF8.self)), .text(TableNames.text(made))]
            try database.query(
                """
                INSERT INTO errand_positions (job, call, key, value, tables, updated_at)
                VALUES (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                ON CONFLICT (job, call, key) DO UPDATE
                SET value = excluded.value, tables = excluded.tables, updated_at = excluded.updated_at
                """, values)
        }
    }

    func close() {
        database = nil
        if !hasCommitted { file.removeIfNew() }
    }

    private static func hasTable(_ name: String, _ database: SQLiteDatabase) throws(DatabaseError) -> Bool {
        let rows = try database.query(
            "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE", [.text(name)])
        return !rows.isEmpty
    }

    private func opened(_ operation: SinkError.Operation) throws(SinkError) -> SQLiteDatabase {
        guard let database else { throw .closed(file.name) }
        return database
    }

    private func with<Result>(
        _ operation: SinkError.Operation, _ body: (SQLiteDatabase) throws(DatabaseError) -> Result
    ) throws(SinkError) -> Result {
        let database = try opened(operation)
        return try SinkError.wrapping(operation, file.name) { () throws(DatabaseError) in try body(database) }
    }
}
