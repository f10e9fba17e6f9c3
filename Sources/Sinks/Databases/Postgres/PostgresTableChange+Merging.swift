import Database

extension PostgresTableChange {
    /// Brings each row to the place of the one with its key, or behind the others; a row that is older than the one
    /// that is there changes nothing.
    func merge() throws(TableChangeFailure) {
        let key = columns.keyPlaces ?? []
        let before = try read()
        let schema = try makeRoom(before, key: key)
        if before.exists { try makeKey(key) }
        try analyze()
        let source = try withoutRepeats(key, schema)
        if stage.hasDeletions {
            try run(
                "DELETE FROM \(name.quoted) AS t USING \(source) AS s WHERE \(same(key, schema)) AND s.state > 0\(isNewer)"
            )
        }
        if stage.hasGaps {
            try update(key, schema, source)
            try insert(key, schema, source, otherwise: "NOTHING")
        } else {
            try insert(key, schema, source, otherwise: updateAction(key, schema))
        }
    }

    /// Gives a table that was made by others what tells its rows apart.
    private func makeKey(_ key: [Int]) throws(TableChangeFailure) {
        let names = key.map { columns.list[$0].name }
        let hasKey = try TableChangeFailure.wrapping { () throws(DatabaseError) in
            try PostgresSchema.hasKey(name, Set(names), connection)
        }
        guard !hasKey else { return }
        do throws(TableChangeFailure) {
            try run("CREATE UNIQUE INDEX ON \(name.quoted) (\(key.map(quotedName).joined(separator: ", ")))")
        } catch {
            guard case .database(let problem) = error, problem.code == .constraint else { throw error }
            throw .double(names)
        }
    }

    /// The stage, or what it comes to when several of its rows have the same key: of each column the last value that
    /// came behind the last deletion, apart from rows that are older than one before them.
    private func withoutRepeats(_ key: [Int], _ schema: PostgresSchema) throws(TableChangeFailure) -> String {
        let keys = key.map { value($0, schema, of: "s") }.joined(separator: ", ")
        let repeats = try TableChangeFailure.wrapping { () throws(DatabaseError) in
            try connection.query("SELECT 1 FROM \(stage.name) AS s GROUP BY \(keys) HAVING count(*) > 1 LIMIT 1")
        }
        guard !repeats.isEmpty else { return stage.name }
        let resolved = String(stage.name.dropLast()) + "_resolved\""
        var parts = columns.list.indices.map { place in
            let isLive = key.contains(place) ? "" : " AND (s.gone IS NULL OR s.seq > s.gone)"
            return """
                (array_agg(s.c\(place) ORDER BY s.seq DESC) FILTER (WHERE s.c\(place) IS NOT NULL\(isLive)))[1] AS c\(place)
                """
        }
        for name in ["mark", "mark_text"] { parts.append("max(s.\(name)) AS \(name)") }
        parts.append("min(s.seq) AS seq")
        parts.append("CASE WHEN max(s.gone) IS NULL THEN 0 WHEN max(s.gone) = max(s.seq) THEN 1 ELSE 2 END AS state")
        let mark = stageMark
        try run(
            """
            CREATE TEMPORARY TABLE \(resolved.dropFirst("pg_temp.".count)) ON COMMIT DROP AS
            WITH ordered AS (
                SELECT *, max(s.\(mark)) OVER (PARTITION BY \(keys) ORDER BY s.seq) AS top FROM \(stage.name) AS s
            ), kept AS (
                SELECT *, max(s.seq) FILTER (WHERE s.state = 1) OVER (PARTITION BY \(keys)) AS gone FROM ordered AS s
                WHERE s.\(mark) IS NULL OR s.\(mark) >= s.top
            ) SELECT \(parts.joined(separator: ", ")) FROM kept AS s GROUP BY \(keys)
            """)
        return resolved
    }

    /// Changes the rows that are there, each only where its record has a value.
    private func update(_ key: [Int], _ schema: PostgresSchema, _ source: String) throws(TableChangeFailure) {
        var changes = written(schema).filter { !key.contains($0) }.map { place in
            let name = quotedName(place)
            return "\(name) = CASE WHEN s.c\(place) IS NULL THEN t.\(name) ELSE \(value(place, schema, of: "s")) END"
        }
        if mark.isNeeded {
            changes.append("\(ColumnList.markName) = coalesce(s.\(stageMark), t.\(ColumnList.markName))")
        }
        guard !changes.isEmpty else { return }
        try run(
            """
            UPDATE \(name.quoted) AS t SET \(changes.joined(separator: ", ")) FROM \(source) AS s \
            WHERE \(same(key, schema)) AND s.state = 0\(isNewer)
            """)
    }

    private func insert(
        _ key: [Int], _ schema: PostgresSchema, _ source: String, otherwise: String
    ) throws(TableChangeFailure) {
        let places = written(schema)
        var names = places.map(quotedName)
        var values = places.map { value($0, schema, of: "s") }
        if mark.isNeeded {
            names.append(ColumnList.markName)
            values.append("s.\(stageMark)")
        }
        try run(
            """
            INSERT INTO \(name.quoted) AS t (\(names.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) \
            FROM \(source) AS s WHERE s.state <> 1 ORDER BY s.seq \
            ON CONFLICT (\(key.map(quotedName).joined(separator: ", "))) DO \(otherwise)
            """)
    }

    private func updateAction(_ key: [Int], _ schema: PostgresSchema) -> String {
        var changes = written(schema).filter { !key.contains($0) }.map {
            "\(quotedName($0)) = excluded.\(quotedName($0))"
        }
        guard mark.isNeeded else {
            return changes.isEmpty ? "NOTHING" : "UPDATE SET \(changes.joined(separator: ", "))"
        }
        let name = ColumnList.markName
        changes.append("\(name) = coalesce(excluded.\(name), t.\(name))")
        return "UPDATE SET \(changes.joined(separator: ", ")) "
            + "WHERE excluded.\(name) IS NULL OR t.\(name) IS NULL OR excluded.\(name) >= t.\(name)"
    }

    /// A value of the stage, with the type of its column.
    private func value(_ place: Int, _ schema: PostgresSchema, of source: String) -> String {
        "CASE WHEN \(source).c\(place) <> '' THEN substr(\(source).c\(place), 2)::\(sqlType(place, schema)) END"
    }

    private func same(_ key: [Int], _ schema: PostgresSchema) -> String {
        key.map { "t.\(quotedName($0)) = \(value($0, schema, of: "s"))" }.joined(separator: " AND ")
    }

    private var stageMark: String { mark.isText ? "mark_text" : "mark" }

    private var isNewer: String {
        guard mark.isNeeded else { return "" }
        let name = ColumnList.markName
        return " AND (s.\(stageMark) IS NULL OR t.\(name) IS NULL OR s.\(stageMark) >= t.\(name))"
    }
}
