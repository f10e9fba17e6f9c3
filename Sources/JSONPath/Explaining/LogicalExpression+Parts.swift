extension LogicalExpression {
    /// The queries and calls in it, in the order of the text, a call before its arguments.
    var parts: [ExplainedPart] {
        switch self {
        case .or(let terms), .and(let terms): terms.flatMap(\.parts)
        case .not(let term): term.parts
        case .comparison(let comparison): comparison.left.parts + comparison.right.parts
        case .matches(let test): [.test(test)] + test.text.parts + test.pattern.parts
        case .exists(let query), .isTruthy(let query): [.query(query)]
        }
    }
}

extension Operand {
    fileprivate var parts: [ExplainedPart] {
        switch self {
        case .literal: []
        case .query(let query): [.query(query)]
        case .function(let function): [.function(function)] + function.kind.parts
        }
    }
}

extension ValueFunction.Kind {
    fileprivate var parts: [ExplainedPart] {
        switch self {
        case .length(let operand): operand.parts
        case .count(let query), .value(let query): [.query(query)]
        }
    }
}

extension PatternTest.Pattern {
    fileprivate var parts: [ExplainedPart] {
        if case .computed(let operand, _) = self { operand.parts } else { [] }
    }
}
