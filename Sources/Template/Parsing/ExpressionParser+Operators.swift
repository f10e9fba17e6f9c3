extension ExpressionParser {
    /// Terms joined by `||`.
    mutating func parseAny() throws(TemplateError) -> Expression {
        let first = try parseAll()
        var operands = [first]
        while take(.or) { operands.append(try parseAll()) }
        return operands.count == 1 ? first : expression(.any(operands), from: first)
    }

    /// Terms joined by `&&`.
    private mutating func parseAll() throws(TemplateError) -> Expression {
        let first = try parseComparison()
        var operands = [first]
        while take(.and) { operands.append(try parseComparison()) }
        return operands.count == 1 ? first : expression(.all(operands), from: first)
    }

    /// One comparison, or just a value.
    private mutating func parseComparison() throws(TemplateError) -> Expression {
        let left = try parsePipeline()
        guard let comparison = takeComparison() else { return left }
        let right = try parsePipeline()
        if Self.comparison(of: current) != nil { throw unexpected("join two comparisons with &&") }
        return expression(.compared(left, comparison, right), from: left)
    }

    private mutating func takeComparison() -> Comparison? {
        guard let comparison = Self.comparison(of: current) else { return nil }
        advance()
        return comparison
    }

    private static func comparison(of token: Token) -> Comparison? {
        guard case .symbol(let symbol) = token.kind else { return nil }
        return Comparison(rawValue: symbol.rawValue)
    }

    /// A value with its filters.
    private mutating func parsePipeline() throws(TemplateError) -> Expression {
        let first = try parseUnary()
        var calls: [FilterCall] = []
        while take(.pipe) {
            if let call = try parseFilter() { calls.append(call) }
        }
        return calls.isEmpty ? first : expression(.filtered(first, calls), from: first)
    }

    /// A value, negated or not.
    private mutating func parseUnary() throws(TemplateError) -> Expression {
        let start = current.range.lowerBound
        guard take(.not) else { return try parseMembers() }
        let operand = try nested { parser throws(TemplateError) in try parser.parseUnary() }
        return Expression(content: .not(operand), range: start..<end)
    }

    private func expression(_ content: Expression.Content, from first: Expression) -> Expression {
        Expression(content: content, range: first.range.lowerBound..<end)
    }
}
