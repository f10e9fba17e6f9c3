import Database

extension PostgresTableChange {
    /// Puts the rows in the place of all that is there.
    ///
    /// The table stays, and with it its rights, indexes and views; readers see the old rows until the transaction ends.
    /// Columns that the records do not have are dropped, new ones are added, and types changed where they do not fit.
    func replace() throws(TableChangeFailure) {
        let schema = try read()
        guard schema.exists else {
            guard columns.list.contains(where: { $0.type != nil }) else { return }
            return try insertAll(try makeRoom(schema, key: []))
        }
        try run("DELETE FROM \(name.quoted)")
        guard columns.count > 0 else { return }
        let wanted = Dictionary(columns.list.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var changes: [String] = []
        for present in schema.columns {
            let quoted = PostgresConnection.quote(present.name)
            guard let column = wanted[present.name] else {
                changes.append("DROP COLUMN \(quoted)")
                continue
            }
            guard let type = column.type, !Self.holds(present, type) else { continue }
            let sqlType = Self.sqlType(type)
            changes.append("ALTER COLUMN \(quoted) DROP DEFAULT")
            changes.append("ALTER COLUMN \(quoted) TYPE \(sqlType) USING NULL::\(sqlType)")
        }
        if !changes.isEmpty { try run("ALTER TABLE \(name.quoted) \(changes.joined(separator: ", "))") }
        try insertAll(try makeRoom(try read(), key: []))
    }

    /// Whether a column keeps values of a type as they are.
    private static func holds(_ column: PostgresSchema.TableColumn, _ values: StoredType) -> Bool {
        switch (column.type, values) {
        case (.any, _), (.boolean, .boolean), (.integer, .integer), (.number, .integer), (.number, .number),
            (.text, .text), (.json, .json):
            true
        default: false
        }
    }
}
