internal import JSON

/// What stands in a `${…}`, or a part of it.
///
/// Chains are kept flat, so that the depth of an expression is bounded by what the parser allows.
struct Expression: Sendable {
    indirect enum Content: Sendable {
        case literal(JSONValue)
        case reference(Reference)
        case call(FunctionCall)
        case member(Expression, [PlacedStep])
        case filtered(Expression, [FilterCall])
        case not(Expression)
        case compared(Expression, Comparison, Expression)
        case all([Expression])
        case any([Expression])
    }

    let content: Content
    /// UTF-8 offsets in the template's text.
    let range: Range<Int>
}

/// How two values are compared.
enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}
