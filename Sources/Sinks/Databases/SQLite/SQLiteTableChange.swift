import Database

/// Brings the rows of a stage into their table, in a transaction that is open.
struct SQLiteTableChange {
    let database: SQLiteDatabase
    let table: String
    let columns: ColumnList
    let stage: SQLiteStage
    let mark: MarkColumn

    var quoted: String { "main.\(SQLiteDatabase.quote(table))" }

    /// Adds the rows behind those that are there.
    func append() throws(TableChangeFailure) {
        let schema = try read()
        try makeRoom(schema, key: [])
        try insertAll()
    }

    /// Adds all rows of the stage.
    func insertAll() throws(TableChangeFailure) {
        guard stage.rowCount > 0 else { return }
        let names = columns.list.map { SQLiteDatabase.quote($0.name) }.joined(separator: ", ")
        let values = columns.list.indices.map { "c\($0)" }.joined(separator: ", ")
        try run("INSERT INTO \(quoted) (\(names)) SELECT \(values) FROM \(stage.name) ORDER BY rowid")
    }

    func read() throws(TableChangeFailure) -> SQLiteSchema {
        try with { () throws(DatabaseError) in try SQLiteSchema(table, database) }
    }

    /// Makes the table, or the columns that it lacks.
    func makeRoom(_ schema: SQLiteSchema, key: [Int]) throws(TableChangeFailure) {
        guard schema.exists else { return try create(key: key) }
        let names = Set(schema.columns.map { DatabaseKind.sqlite.folded($0.name) })
        for column in columns.list where !names.contains(DatabaseKind.sqlite.folded(column.name)) {
            try run("ALTER TABLE \(quoted) ADD COLUMN \(Self.definition(column))")
        }
        if mark.isNeeded, !key.isEmpty, !names.contains(ColumnList.markName) {
            try run("ALTER TABLE \(quoted) ADD COLUMN \(markDefinition)")
        }
    }

    func create(key: [Int]) throws(TableChangeFailure) {
        guard columns.count > 0 else { return }
        var parts = columns.list.map(Self.definition)
        if mark.isNeeded, !key.isEmpty { parts.append(markDefinition) }
        if !key.isEmpty { parts.append("PRIMARY KEY (\(names(key)))") }
        try run("CREATE TABLE \(quoted) (\(parts.joined(separator: ", ")))")
    }

    private var markDefinition: String { "\(ColumnList.markName) \(mark.isText ? "TEXT" : "INTEGER")" }

    /// A column without a type, of which nothing is known yet, keeps every value as it comes.
    private static func definition(_ column: Column) -> String {
        let type =
            switch column.type {
            case .boolean?, .integer?: " INTEGER"
            case .number?: " REAL"
            case .text?, .json?: " TEXT"
            case .any?, nil: ""
            }
        return SQLiteDatabase.quote(column.name) + type
    }

    /// The quoted names of columns.
    func names(_ places: [Int]) -> String {
        places.map { SQLiteDatabase.quote(columns.list[$0].name) }.joined(separator: ", ")
    }

    func run(_ sql: String) throws(TableChangeFailure) {
        try with { () throws(DatabaseError) in try database.execute(sql) }
    }

    func with<Result>(_ body: () throws(DatabaseError) -> Result) throws(TableChangeFailure) -> Result {
        try TableChangeFailure.wrapping(body)
    }
}
