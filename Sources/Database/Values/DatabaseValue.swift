/// A value that goes into a database or comes out of one.
public enum DatabaseValue: Sendable, Hashable {
    /// No value.
    case null
    /// True or false; SQLite keeps 1 or 0, and gives them back as integers.
    case bool(Bool)
    /// A whole number of 64 bits.
    case integer(Int64)
    /// A number in binary floating point; SQLite keeps NULL for one that is none.
    case real(Double)
    /// Text in UTF-8.
    case text(String)
    /// Bytes.
    case blob([UInt8])

    /// Whether there is no value.
    public var isNull: Bool { self == .null }

    /// The whole number that it is or says: of an integer, a truth value (1 or 0) or a text of digits; nil otherwise.
    public var integer: Int64? {
        switch self {
        case .integer(let value): value
        case .bool(let value): value ? 1 : 0
        case .text(let value): Int64(value)
        case .null, .real, .blob: nil
        }
    }

    /// The text that it is, or a number's or truth value's spelling; nil for no value and bytes.
    public var text: String? {
        switch self {
        case .text(let value): value
        case .integer(let value): String(value)
        case .real(let value): String(value)
        case .bool(let value): value ? "true" : "false"
        case .null, .blob: nil
        }
    }

    /// The bytes that it is, or those of a text in UTF-8; nil for all else.
    public var bytes: [UInt8]? {
        switch self {
        case .blob(let value): value
        case .text(let value): Array(value.utf8)
        case .null, .bool, .integer, .real: nil
        }
    }
}
