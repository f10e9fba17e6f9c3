internal import JSON

extension LogicalExpression {
    /// Whether it is true; how deep this recurses is bounded by the parser.
    func holds(in context: FilterContext) -> Bool {
        switch self {
        case .or(let terms): terms.contains { $0.holds(in: context) }
        case .and(let terms): terms.allSatisfy { $0.holds(in: context) }
        case .not(let term): !term.holds(in: context)
        case .comparison(let comparison): comparison.holds(in: context)
        case .matches(let test): test.holds(in: context)
        case .exists(let query): query.first(in: context) != nil
        case .isTruthy(let query): query.selection(in: context).contains { !$0.isNull && $0.bool != false }
        }
    }
}
