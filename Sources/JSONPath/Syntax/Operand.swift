internal import JSON

/// What gives a value: a literal, a singular query, or a function of the type ValueType.
indirect enum Operand: Sendable {
    /// Never an array or an object.
    case literal(JSONValue)
    case query(Query)
    case function(ValueFunction)
}
