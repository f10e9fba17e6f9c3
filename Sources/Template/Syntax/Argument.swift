internal import IRegexp
internal import JSON

/// An argument of a filter or a function.
struct Argument: Sendable {
    let expression: Expression
    /// What was made of a literal when the template was read.
    let prepared: PreparedArgument?
}

/// A literal argument, read once.
enum PreparedArgument: Sendable {
    case pattern(IRegexp)
    case duration(TimeSpan)
    case format(DatePattern)
}
