/// Which database a table is in, where they differ.
enum DatabaseKind {
    case sqlite, postgres

    /// The form of a name in which two names of one column are the same.
    func folded(_ name: String) -> String {
        switch self {
        case .postgres: name
        // SQLite takes the letters of ASCII, and no others, for the same in both cases.
        case .sqlite:
            name.utf8.contains { $0 &- 0x41 < 26 }
                ? String(decoding: name.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self) : name
        }
    }

    /// How many bytes a name may have.
    var nameLimit: Int { self == .postgres ? 63 : 1000 }

    /// What it is called in a message.
    var noun: String { self == .postgres ? "PostgreSQL" : "SQLite" }
}
