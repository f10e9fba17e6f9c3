extension QueryParser {
    /// Terms joined by `||`.
    mutating func parseAlternatives() throws(JSONPathError) -> LogicalExpression {
        let first = try parseConjunction()
        var terms = [first]
        while takeSpaced("||") { terms.append(try parseConjunction()) }
        return terms.count == 1 ? first : .or(terms)
    }

    /// Terms joined by `&&`.
    private mutating func parseConjunction() throws(JSONPathError) -> LogicalExpression {
        let first = try parseTerm()
        var terms = [first]
        while takeSpaced("&&") { terms.append(try parseTerm()) }
        return terms.count == 1 ? first : .and(terms)
    }

    /// A comparison, a test, or an expression in parentheses.
    private mutating func parseTerm() throws(JSONPathError) -> LogicalExpression {
        if take("!") {
            skipSpace()
            let term = at("(") ? try parseParentheses() : try parseTest()
            try refuseComparison(
                "'!' cannot stand before a comparison", hint: "put the comparison in parentheses: `!(@.a == 1)`")
            return .not(term)
        }
        if at("(") {
            let term = try parseParentheses()
            try refuseComparison(
                "what stands in parentheses is true or false, and cannot be compared",
                hint: "leave out the parentheses around a value")
            return term
        }
        let left = try parsePrimary(.first)
        guard let comparison = try takeComparison() else { return try test(left) }
        let first = try operand(left)
        let right = try parsePrimary(.right)
        let second = try operand(right)
        try refuseComparison("comparisons cannot be chained", hint: "join two of them with `&&`")
        return .comparison(Comparison(left: first, operator: comparison, right: second))
    }

    private mutating func parseParentheses() throws(JSONPathError) -> LogicalExpression {
        let open = position
        position += 1
        return try nested(openedAt: open) { parser throws(JSONPathError) in
            parser.skipSpace()
            let expression = try parser.parseAlternatives()
            parser.skipSpace()
            guard parser.take(")") else { throw parser.strayInExpression(closing: open) }
            return expression
        }
    }

    private mutating func parseTest() throws(JSONPathError) -> LogicalExpression {
        let primary = try parsePrimary(.first)
        return try test(primary)
    }

    /// A primary that stands alone.
    private func test(_ primary: Primary) throws(JSONPathError) -> LogicalExpression {
        switch primary {
        case .query(let query): return isOutsideFilters ? .isTruthy(query) : .exists(query)
        case .test(let test): return .matches(test)
        case .literal(_, let range):
            throw error(
                "a literal by itself is not a condition",
                hint: "compare it with something: `\(usualStart).name == \(excerpt(range))`", at: range)
        case .function(let function):
            throw error(
                "the function gives a value, not true or false", hint: "compare it: `\(excerpt(function.range)) > 0`",
                at: function.range)
        }
    }

    /// A primary on one side of a comparison.
    private func operand(_ primary: Primary) throws(JSONPathError) -> Operand {
        switch primary {
        case .literal(let literal, _): return .literal(literal)
        case .function(let function): return .function(function)
        case .query(let query) where query.isSingular: return .query(query)
        case .query(let query):
            throw error(
                "a query that may select several nodes cannot be compared",
                hint: "`count(\(excerpt(query.range)))` is how many, `value(\(excerpt(query.range)))` the only one",
                at: query.range)
        case .test(let test):
            throw error(
                "the function gives true or false, which cannot be compared",
                hint: "let it stand alone, with `!` before it for the opposite", at: test.range)
        }
    }
}
