/// Where SQLite and PostgreSQL differ.
enum SQLDialect {
    case sqlite, postgres

    /// Text that is ordered by its bytes.
    var text: String { self == .sqlite ? "TEXT" : "text COLLATE \"C\"" }
    /// A whole number of 64 bits.
    var integer: String { self == .sqlite ? "INTEGER" : "bigint" }
    /// Bytes.
    var bytes: String { self == .sqlite ? "BLOB" : "bytea" }
    /// What a table gets whose rows are found by their key only.
    var keyed: String { self == .sqlite ? " WITHOUT ROWID" : "" }
    /// The greater one of two values.
    var greatest: String { self == .sqlite ? "max" : "greatest" }

    /// Begins a transaction that writes.
    ///
    /// In PostgreSQL it neither waits for ever nor lets others wait: a process that is stopped in it loses it.
    var begin: String {
        switch self {
        case .sqlite: "BEGIN IMMEDIATE"
        case .postgres:
            """
            BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '10s'; \
            SET LOCAL idle_in_transaction_session_timeout = '10s'
            """
        }
    }
}
