internal import JSON

/// A part of an expression whose value tells why it holds or does not.
enum ExplainedPart {
    case query(Query)
    case function(ValueFunction)
    case test(PatternTest)

    /// Where it stands in the text.
    var range: Range<Int> {
        switch self {
        case .query(let query): query.range
        case .function(let function): function.range
        case .test(let test): test.range
        }
    }

    /// What it gives: compact JSON, cut off far behind what is shown, or `nothing`.
    func text(in context: FilterContext) -> String {
        var text = ShortText()
        switch self {
        case .query(let query) where query.isSingular: text.append(query.first(in: context))
        case .query(let query): text.append(query.selection(in: context))
        case .function(let function):
            switch function.value(in: context) {
            case .nothing: text.append(nil)
            case .node(let node): text.append(node)
            case .literal(let value): return value.serialized()
            }
        case .test(let test): return test.holds(in: context) ? "true" : "false"
        }
        return text.string
    }
}
