/// Two values and how they are compared.
struct Comparison: Sendable {
    /// The comparison operators.
    enum Operator: String, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }

    let left: Operand
    let `operator`: Operator
    let right: Operand
}
