internal import JSON

/// What can stand on one side of a comparison, alone as a test, or as an argument.
enum Primary {
    case literal(JSONValue, range: Range<Int>)
    case query(Query)
    case function(ValueFunction)
    case test(PatternTest)

    /// Where it stands in the text.
    var range: Range<Int> {
        switch self {
        case .literal(_, let range): range
        case .query(let query): query.range
        case .function(let function): function.range
        case .test(let test): test.range
        }
    }
}
