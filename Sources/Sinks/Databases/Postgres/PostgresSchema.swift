import Database

/// A table of a PostgreSQL database as it is.
struct PostgresSchema {
    struct TableColumn {
        var name: String
        /// Its type as SQL has it, without a length or precision: a cast to one would cut what is too long.
        var sqlType: String
        var type: StoredType
    }

    let exists: Bool
    let isView: Bool
    /// Those that values can be written to.
    let columns: [TableColumn]

    init(_ name: PostgresName, _ connection: PostgresConnection) throws(DatabaseError) {
        let kinds = try connection.query(
            "SELECT relkind::text FROM pg_class WHERE oid = to_regclass($1)", [.text(name.quoted)])
        exists = !kinds.isEmpty
        isView = ["v", "m"].contains(kinds.first?[0].text)
        let rows = try connection.query(
            """
            SELECT attname::text, format_type(atttypid, -1) FROM pg_attribute
            WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
            """, [.text(name.quoted)])
        columns = rows.map { row in
            let sqlType = row[1].text ?? "text"
            return TableColumn(name: row[0].text ?? "", sqlType: sqlType, type: Self.type(of: sqlType))
        }
    }

    private static func type(of sqlType: String) -> StoredType {
        switch sqlType {
        case "boolean": .boolean
        case "smallint", "integer", "bigint": .integer
        case "numeric", "real", "double precision": .number
        case "text", "character varying", "bpchar", "citext", "name": .text
        case "json", "jsonb": .json
        default: .any
        }
    }

    /// Whether a rule of the table's own tells its rows apart by these columns, so that `ON CONFLICT` can name them.
    static func hasKey(
        _ name: PostgresName, _ key: Set<String>, _ connection: PostgresConnection
    ) throws(DatabaseError) -> Bool {
        let rows = try connection.query(
            """
            SELECT i.indexrelid::bigint, a.attname::text FROM pg_index i
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = to_regclass($1) AND i.indisunique AND i.indimmediate AND i.indpred IS NULL
            AND i.indexprs IS NULL AND i.indnatts = i.indnkeyatts
            """, [.text(name.quoted)])
        var indexes: [DatabaseValue: Set<String>] = [:]
        for row in rows { indexes[row[0], default: []].insert(row[1].text ?? "") }
        return indexes.values.contains(key)
    }
}
