/// What a column of a database's table holds.
public enum ColumnType: String, Sendable, Hashable {
    /// `true` and `false`: BOOLEAN in PostgreSQL, INTEGER (1 and 0) in SQLite.
    case boolean
    /// Whole numbers of 64 bits: BIGINT, INTEGER.
    case integer
    /// Numbers of any kind: NUMERIC, which keeps every digit; REAL in SQLite.
    case number
    /// Text; a number stands there as it was spelled, nested values as JSON: TEXT.
    case text
    /// Any value as JSON: JSONB, TEXT in SQLite.
    case json
}
