import Database

/// The name of a table: `table` or `schema.table`.
struct PostgresName {
    /// How many bytes a name has at most; the server would cut a longer one.
    private static let limit = 63

    let schema: String?
    let table: String

    init(_ name: String) {
        let dot = name.utf8.firstIndex(of: UInt8(ascii: "."))
        schema = dot.map { String(name[..<$0]) }
        table = dot.map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }

    /// Its parts in quotes.
    var quoted: String {
        [schema, table].compactMap { $0 }.map(PostgresConnection.quote).joined(separator: ".")
    }

    /// What is wrong with it; nil for a name that can be.
    var problem: String? {
        for part in [schema, table].compactMap({ $0 }) {
            if part.isEmpty { return "a part of its name is empty" }
            if part.utf8.count > Self.limit { return "a name of PostgreSQL has at most \(Self.limit) bytes" }
        }
        return table.lowercased().hasPrefix("errand_") ? "names that begin with 'errand_' are errand's own" : nil
    }
}
