import Database

extension SQLiteTableChange {
    /// Puts the rows in the place of all that is there.
    ///
    /// A table that has just these columns, and can hold the values, stays and only gets other rows. Otherwise a new
    /// one takes its place; its indexes and triggers are made again, and views go on by its name.
    func replace() throws(TableChangeFailure) {
        let schema = try read()
        guard schema.exists else {
            try create(key: [])
            return try insertAll()
        }
        if columns.count == 0 || fits(schema) {
            try run("DELETE FROM \(quoted)")
            return try insertAll()
        }
        let attachments = try with { () throws(DatabaseError) in
            try SQLiteSchema.attachments(of: table, database)
        }
        try run("DROP TABLE \(quoted)")
        try create(key: [])
        try insertAll()
        for attachment in attachments {
            do throws(TableChangeFailure) {
                try run(attachment.sql)
            } catch {
                guard case .database(let problem) = error, problem.code == .failed else { throw error }
                throw .table(
                    "its \(attachment.kind) '\(attachment.name)' does not fit the new records: \(problem.message)",
                    advice: "drop it, or keep the columns that it needs")
            }
        }
    }

    private func fits(_ schema: SQLiteSchema) -> Bool {
        let types = Dictionary(
            schema.columns.map { (DatabaseKind.sqlite.folded($0.name), $0.type) },
            uniquingKeysWith: { first, _ in first })
        return schema.columns.count == columns.count
            && columns.list.allSatisfy { column in
                types[DatabaseKind.sqlite.folded(column.name)].map { Self.holds($0, column.type) } ?? false
            }
    }

    /// Whether a column of a type keeps values of another as they are.
    private static func holds(_ type: StoredType, _ values: StoredType?) -> Bool {
        switch (type, values) {
        case (_, nil), (.any, _), (.integer, .boolean?), (.integer, .integer?), (.integer, .number?),
            (.number, .number?), (.text, .text?), (.text, .json?):
            true
        default: false
        }
    }
}
