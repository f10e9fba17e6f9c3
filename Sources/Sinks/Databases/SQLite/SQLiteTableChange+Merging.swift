import Database

extension SQLiteTableChange {
    /// Brings each row to the place of the one with its key, or behind the others; a row that is older than the one
    /// that is there changes nothing.
    func merge() throws(TableChangeFailure) {
        let key = columns.keyPlaces ?? []
        let schema = try read()
        try makeRoom(schema, key: key)
        if schema.exists { try makeKey(schema, key) }
        if stage.hasDeletions { try delete(key) }
        try insertOrUpdate(key)
    }

    /// Gives a table that was made by others what tells its rows apart.
    private func makeKey(_ schema: SQLiteSchema, _ key: [Int]) throws(TableChangeFailure) {
        let names = Set(key.map { DatabaseKind.sqlite.folded(columns.list[$0].name) })
        let hasKey = try with { () throws(DatabaseError) in
            try SQLiteSchema.hasKey(table, schema, names, database)
        }
        guard !hasKey else { return }
        do throws(TableChangeFailure) {
            let index = SQLiteDatabase.quote("errand_key_\(table)")
            try run(
                "CREATE UNIQUE INDEX main.\(index) ON \(SQLiteDatabase.quote(table)) (\(self.names(key)))")
        } catch {
            guard case .database(let problem) = error, problem.code == .constraint else { throw error }
            throw .double(key.map { columns.list[$0].name })
        }
    }

    /// Where a record has no value, the row keeps its own; it is looked up by the key of the table.
    private func insertOrUpdate(_ key: [Int]) throws(TableChangeFailure) {
        let others = columns.list.indices.filter { !key.contains($0) }
        var names = columns.list.map { SQLiteDatabase.quote($0.name) }
        var values = columns.list.indices.map { place in
            guard stage.hasGaps, !key.contains(place) else { return "s.c\(place)" }
            return "CASE typeof(s.c\(place)) WHEN 'blob' THEN t.\(names[place]) ELSE s.c\(place) END"
        }
        var changes = others.map { "\(names[$0]) = excluded.\(names[$0])" }
        var condition = ""
        if mark.isNeeded {
            let name = ColumnList.markName
            names.append(name)
            values.append("s.mark")
            changes.append("\(name) = coalesce(excluded.\(name), \(name))")
            condition = " WHERE excluded.\(name) IS NULL OR \(name) IS NULL OR excluded.\(name) >= \(name)"
        }
        let action = changes.isEmpty ? "NOTHING" : "UPDATE SET \(changes.joined(separator: ", "))\(condition)"
        let own = stage.hasGaps ? " LEFT JOIN \(quoted) AS t ON \(same(key))" : ""
        try run(
            """
            INSERT INTO \(quoted) (\(names.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) \
            FROM \(stage.name) AS s\(own) WHERE s.state <> 1 ORDER BY s.rowid \
            ON CONFLICT (\(self.names(key))) DO \(action)
            """)
    }

    /// Removes the rows of records that are gone, and of those that have come anew after that.
    private func delete(_ key: [Int]) throws(TableChangeFailure) {
        try run(
            "DELETE FROM \(quoted) WHERE \(tuple(names(key), key)) IN (\(matching(key)))")
    }

    /// The keys of deletions that wait, which are in the table and no newer there; the table is looked up by its key.
    private func matching(_ key: [Int]) -> String {
        let name = ColumnList.markName
        let isNewer =
            mark.isNeeded ? " AND (s.mark IS NULL OR t.\(name) IS NULL OR s.mark >= t.\(name))" : ""
        let keys = key.map { "t.\(SQLiteDatabase.quote(columns.list[$0].name))" }.joined(separator: ", ")
        return "SELECT \(keys) FROM \(stage.name) AS s CROSS JOIN \(quoted) AS t ON \(same(key)) "
            + "WHERE s.state > 0\(isNewer)"
    }

    private func same(_ key: [Int]) -> String {
        key.map { "t.\(SQLiteDatabase.quote(columns.list[$0].name)) = s.c\($0)" }.joined(separator: " AND ")
    }

    private func tuple(_ names: String, _ key: [Int]) -> String { key.count == 1 ? names : "(\(names))" }
}
