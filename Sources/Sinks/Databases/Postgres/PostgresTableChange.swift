import Database

/// Brings the rows of a stage into their table, in a transaction that is open.
struct PostgresTableChange {
    /// From how many rows on the server looks at the stage before it plans.
    private static let analyzedCount = 1000

    let connection: PostgresConnection
    let name: PostgresName
    let columns: ColumnList
    let stage: PostgresStage
    let mark: MarkColumn

    /// Adds the rows behind those that are there.
    func append() throws(TableChangeFailure) {
        let schema = try makeRoom(try read(), key: [])
        try insertAll(schema)
    }

    /// Adds all rows of the stage.
    func insertAll(_ schema: PostgresSchema) throws(TableChangeFailure) {
        guard stage.rowCount > 0 else { return }
        let places = written(schema)
        let names = places.map(quotedName).joined(separator: ", ")
        let values = places.map { "c\($0)::\(sqlType($0, schema))" }.joined(separator: ", ")
        guard !places.isEmpty else {
            return try run("INSERT INTO \(name.quoted) SELECT FROM \(stage.name)")
        }
        try run("INSERT INTO \(name.quoted) (\(names)) SELECT \(values) FROM \(stage.name) ORDER BY seq")
    }

    func read() throws(TableChangeFailure) -> PostgresSchema {
        try TableChangeFailure.wrapping { () throws(DatabaseError) in try PostgresSchema(name, connection) }
    }

    /// Makes the table, or what it lacks.
    ///
    /// - Returns: the table as it is then.
    func makeRoom(_ schema: PostgresSchema, key: [Int]) throws(TableChangeFailure) -> PostgresSchema {
        let known = Dictionary(schema.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let isMarked = mark.isNeeded && !key.isEmpty
        guard schema.exists else {
            var parts = columns.list.filter { $0.type != nil }.map { definition($0) }
            if isMarked { parts.append(markDefinition) }
            if !key.isEmpty { parts.append("PRIMARY KEY (\(key.map(quotedName).joined(separator: ", ")))") }
            try run("CREATE TABLE \(name.quoted) (\(parts.joined(separator: ", ")))")
            return try read()
        }
        var changes: [String] = []
        for column in columns.list {
            guard let type = column.type else { continue }
            let quoted = PostgresConnection.quote(column.name)
            if let present = known[column.name] {
                // Whole numbers have become others.
                if present.type == .integer, type == .number {
                    changes.append("ALTER COLUMN \(quoted) TYPE numeric")
                }
            } else {
                changes.append("ADD COLUMN \(definition(column))")
            }
        }
        if isMarked, known[ColumnList.markName] == nil { changes.append("ADD COLUMN \(markDefinition)") }
        if changes.isEmpty { return schema }
        try run("ALTER TABLE \(name.quoted) \(changes.joined(separator: ", "))")
        return try read()
    }

    /// The places of the columns that the table has: one of which only null has come is made with its first value.
    func written(_ schema: PostgresSchema) -> [Int] {
        let names = Set(schema.columns.map(\.name))
        return columns.list.indices.filter { names.contains(columns.list[$0].name) }
    }

    func quotedName(_ place: Int) -> String { PostgresConnection.quote(columns.list[place].name) }

    /// What the text of a column is taken for.
    func sqlType(_ place: Int, _ schema: PostgresSchema) -> String {
        schema.columns.first { $0.name == columns.list[place].name }?.sqlType ?? "text"
    }

    func definition(_ column: Column) -> String {
        PostgresConnection.quote(column.name) + " " + Self.sqlType(column.type ?? .text)
    }

    static func sqlType(_ type: StoredType) -> String {
        switch type {
        case .boolean: "boolean"
        case .integer: "bigint"
        case .number: "numeric"
        case .json: "jsonb"
        case .text, .any: "text"
        }
    }

    private var markDefinition: String {
        "\(ColumnList.markName) \(mark.isText ? "text COLLATE \"C\"" : "bigint")"
    }

    /// Has the server look at the stage, of which it would know nothing.
    func analyze() throws(TableChangeFailure) {
        if stage.rowCount >= Self.analyzedCount { try run("ANALYZE \(stage.name)") }
    }

    func run(_ sql: String) throws(TableChangeFailure) {
        try TableChangeFailure.wrapping { () throws(DatabaseError) in try connection.execute(sql) }
    }
}
