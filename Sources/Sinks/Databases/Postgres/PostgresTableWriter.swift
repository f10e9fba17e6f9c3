import Database

/// Writes a table of a PostgreSQL database.
final class PostgresTableWriter: TableWriter {
    let name: String
    let table: String
    private let connection: PostgresConnection
    private let configuration: SinkConfiguration
    private let stage: PostgresStage
    private var rows: TableRows

    init(
        _ connection: PostgresConnection, _ configuration: SinkConfiguration, table: String, stage: String,
        place: String
    ) throws(SinkError) {
        self.connection = connection
        self.configuration = configuration
        self.table = table
        let name = "\(place): \(table)"
        self.name = name
        self.stage = PostgresStage(connection, name: stage, isMerging: configuration.mode == .merge)
        let tableName = PostgresName(table)
        if let problem = tableName.problem {
            throw SinkError(
                .unsuitable, path: name, operation: .open, message: problem, advice: "name a table, or schema.table")
        }
        let schema = try SinkError.wrapping(.open, name) { () throws(DatabaseError) in
            try PostgresSchema(tableName, connection)
        }
        guard !schema.isView else {
            throw SinkError(.unsuitable, path: name, operation: .open, message: "it is a view", advice: "name a table")
        }
        rows = TableRows(.postgres, configuration, existing: schema.columns.map { ($0.name, $0.type) })
    }

    var isReplacing: Bool { configuration.mode == .replace }
    var hasRows: Bool { stage.rowCount > 0 }

    func write(_ batch: RecordBatch) throws(SinkError) {
        if batch.records.isEmpty { return }
        do throws(SinkError) {
            try rows.read(batch, name) { row, record, columns throws(DatabaseError) in
                try stage.insert(row, record, columns)
            }
            try SinkError.wrapping(.write, name) { () throws(DatabaseError) in try stage.flush() }
        } catch {
            stage.abort()
            throw error
        }
    }

    func apply() throws(SinkError) {
        if isReplacing { try rows.prepareForNothing(name) }
        let change = PostgresTableChange(
            connection: connection, name: PostgresName(table), columns: rows.columns, stage: stage,
            mark: rows.markColumn)
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
