import Database

/// A table of an SQLite database as it is.
struct SQLiteSchema {
    struct TableColumn {
        var name: String
        var type: StoredType
        /// Its place in the primary key, from 1; 0 when it is not in it.
        var keyPlace: Int64
    }

    /// An index or trigger, and the statement that made it.
    struct Attachment {
        var kind: String
        var name: String
        var sql: String
    }

    /// Whether there is something of this name that is no table.
    let isView: Bool
    let exists: Bool
    /// Those that values can be written to.
    let columns: [TableColumn]

    init(_ table: String, _ database: SQLiteDatabase) throws(DatabaseError) {
        let kinds = try database.query(
            "SELECT type FROM main.sqlite_schema WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')",
            [.text(table)])
        exists = !kinds.isEmpty
        isView = kinds.first?[0].text == "view"
        let rows = try database.query(
            "SELECT name, type, pk FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0", [.text(table)])
        columns = rows.map { row in
            TableColumn(
                name: row[0].text ?? "", type: Self.affinity(of: row[1].text ?? ""), keyPlace: row[2].integer ?? 0)
        }
    }

    /// What a column takes by its declared type (https://sqlite.org/datatype3.html, 3.1).
    private static func affinity(of declared: String) -> StoredType {
        let text = declared.uppercased()
        func has(_ part: String) -> Bool { text.contains(part) }
        if has("INT") { return .integer }
        if has("CHAR") || has("CLOB") || has("TEXT") { return .text }
        if text.isEmpty || has("BLOB") { return .any }
        if has("REAL") || has("FLOA") || has("DOUB") { return .number }
        return .any
    }

    /// Whether rows can be told apart by these columns, names folded: a rule of the table's own says so.
    static func hasKey(
        _ table: String, _ columns: SQLiteSchema, _ key: Set<String>, _ database: SQLiteDatabase
    ) throws(DatabaseError) -> Bool {
        let primary = Set(columns.columns.filter { $0.keyPlace > 0 }.map { DatabaseKind.sqlite.folded($0.name) })
        if primary == key { return true }
        let indexes = try database.query(
            "SELECT name FROM pragma_index_list(?, 'main') WHERE \"unique\" = 1 AND partial = 0", [.text(table)])
        for index in indexes {
            let parts = try database.query("SELECT name FROM pragma_index_info(?, 'main')", [index[0]])
            let names = parts.map { $0[0].text.map { DatabaseKind.sqlite.folded($0) } }
            if !names.contains(nil), Set(names.compactMap { $0 }) == key { return true }
        }
        return false
    }

    /// The indexes and triggers of a table, apart from those that its own definition makes.
    static func attachments(of table: String, _ database: SQLiteDatabase) throws(DatabaseError) -> [Attachment] {
        let rows = try database.query(
            """
            SELECT type, name, sql FROM main.sqlite_schema
            WHERE tbl_name = ? COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid
            """, [.text(table)])
        return rows.map { Attachment(kind: $0[0].text ?? "", name: $0[1].text ?? "", sql: $0[2].text ?? "") }
    }
}
