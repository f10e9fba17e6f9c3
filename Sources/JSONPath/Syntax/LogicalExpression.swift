/// What a filter or a condition asks (RFC 9535, 2.3.5.1).
indirect enum LogicalExpression: Sendable {
    case or([LogicalExpression])
    case and([LogicalExpression])
    case not(LogicalExpression)
    case comparison(Comparison)
    case matches(PatternTest)
    /// Whether a query selects anything.
    case exists(Query)
    /// Whether a query selects a value that is neither null nor false: a bare query of a condition.
    case isTruthy(Query)
}
