/// What a column has to hold for a value.
enum ValueKind {
    case null
    case bool
    case integer(Int64)
    /// A whole number that 64 bits do not hold, or any that no floating point number comes near.
    case large
    /// A number with a point or an exponent.
    case fraction
    case text
    /// An array or object.
    case nested

    /// What it is called in a message.
    var noun: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "a whole number"
        case .large: "a number beyond 64 bits"
        case .fraction: "a number with a fraction"
        case .text: "text"
        case .nested: "a list or an object"
        }
    }

    /// Whether it is a whole number that a REAL would change.
    var isBeyondReal: Bool {
        if case .integer(let value) = self { value.magnitude > 1 << 53 } else { false }
    }
}
