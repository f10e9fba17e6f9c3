import Database

/// Writes a table of an SQLite database.
final class SQLiteTableWriter: TableWriter {
    let name: String
    let table: String
    private let database: SQLiteDatabase
    private let configuration: SinkConfiguration
    private let stage: SQLiteStage
    private var rows: TableRows

    init(
        _ database: SQLiteDatabase, _ configuration: SinkConfiguration, table: String, stage: String, place: String
    ) throws(SinkError) {
        self.database = database
        self.configuration = configuration
        self.table = table
        let name = "\(place): \(table)"
        self.name = name
        self.stage = SQLiteStage(database, name: stage, isMerging: configuration.mode == .merge)
        let schema = try SinkError.wrapping(.open, name) { () throws(DatabaseError) in
            try SQLiteSchema(table, database)
        }
        guard !schema.isView else {
            throw SinkError(.unsuitable, path: name, operation: .open, message: "it is a view", advice: "name a table")
        }
        rows = TableRows(.sqlite, configuration, existing: schema.columns.map { ($0.name, $0.type) })
    }

    var isReplacing: Bool { configuration.mode == .replace }
    var hasRows: Bool { stage.rowCount > 0 }

    /// One transaction for the page saves the work of one for each row; as only the stage is written to, it locks
    /// nothing of the database.
    func write(_ batch: RecordBatch) throws(SinkError) {
        if batch.records.isEmpty { return }
        try SinkError.wrapping(.write, name) { () throws(DatabaseError) in try database.execute("BEGIN") }
        do throws(SinkError) {
            try rows.read(batch, name) { row, record, columns throws(DatabaseError) in
                try stage.insert(row, record, columns)
            }
            try SinkError.wrapping(.write, name) { () throws(DatabaseError) in try database.commit() }
        } catch {
            try? database.rollback()
            throw error
        }
    }

    func apply() throws(SinkError) {
        if isReplacing { try rows.prepareForNothing(name) }
        let change = SQLiteTableChange(
            database: database, table: table, columns: rows.columns, stage: stage, mark: rows.markColumn)
        do throws(TableChangeFailure) {
            switch configuration.mode {
            case .replace: try change.replace()
            case .append: try change.append()
            case .merge: try change.merge()
            }
        } catch {
            throw SinkError(error, path: name)
        }
    }

    func settle() throws(SinkError) {
        rows.settle(hasMarks: stage.hasMarks)
        try SinkError.wrapping(.write, name) { () throws(DatabaseError) in try stage.clear() }
    }

    func end() { stage.drop() }
}
