import Database

/// What stands in the tables of a SQLite file, those of `errand`'s own left out.
enum TableDump {
    static func text(ofFile path: String) throws -> String {
        let database = try SQLiteDatabase(path: path, access: .readOnly)
        let tables = try database.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'errand_%' ORDER BY name")
        var text = ""
        for table in tables.compactMap({ $0.first?.text }) {
            text += "\(table)\n"
            for row in try database.query("SELECT * FROM \(SQLiteDatabase.quote(table)) ORDER BY 1") {
                text += row.map { "\($0.text ?? $0.integer.map(String.init) ?? "NULL")" }.joined(separator: "|") + "\n"
            }
        }
        return text
    }
}
