internal import JSON

extension ExpressionParser {
    /// A value with the steps into it.
    mutating func parseMembers() throws(TemplateError) -> Expression {
        let base = try parsePrimary()
        let steps = try parseSteps()
        guard !steps.isEmpty else { return base }
        return Expression(content: .member(base, steps), range: base.range.lowerBound..<end)
    }

    private mutating func parsePrimary() throws(TemplateError) -> Expression {
        let token = current
        switch token.kind {
        case .string(let text): return literal(.string(text))
        case .number(let number): return literal(.number(number))
        case .name("true"): return literal(.bool(true))
        case .name("false"): return literal(.bool(false))
        case .name("null"): return literal(.null)
        case .name("not") where !isFollowedByStep: throw unexpected()
        case .name(let name):
            if isFollowed(by: .openParenthesis) { return try parseCall(name) }
            advance()
            let steps = try parseSteps()
            let range = token.range.lowerBound..<end
            return Expression(content: .reference(Reference(root: name, steps: steps, range: range)), range: range)
        case .symbol(.openParenthesis):
            advance()
            let inner = try nested { parser throws(TemplateError) in try parser.parseAny() }
            guard take(.closeParenthesis) else { throw unexpected(current.kind == .end ? "a ) is missing" : nil) }
            // The brackets count to what they hold, for the place of an error in it.
            return Expression(content: inner.content, range: token.range.lowerBound..<end)
        case .duration:
            throw unexpected("a time span stands only in plus(…) and minus(…)")
        case .symbol, .other, .end:
            throw unexpected()
        }
    }

    /// Whether what follows the current name shows that it is the name of a value.
    private var isFollowedByStep: Bool {
        isFollowed(by: .dot) || isFollowed(by: .openBracket)
    }

    private mutating func literal(_ value: JSONValue) -> Expression {
        defer { advance() }
        return Expression(content: .literal(value), range: current.range)
    }

    /// `.name`, `["name"]` and `[0]`, as many as there are.
    private mutating func parseSteps() throws(TemplateError) -> [PlacedStep] {
        var steps: [PlacedStep] = []
        while true {
            if take(.dot) {
                steps.append(try parseName())
            } else if take(.openBracket) {
                steps.append(try parseBracketed())
            } else {
                return steps
            }
        }
    }

    private mutating func parseName() throws(TemplateError) -> PlacedStep {
        switch current.kind {
        case .name(let name):
            advance()
            return PlacedStep(step: .name(name), end: end)
        case .number(let number): throw unexpected("an element is taken by [\(number.text)]")
        case .string(let text): throw unexpected("write [\"\(text)\"]")
        case .symbol(.dot), .symbol(.openBracket), .other("*"): throw unexpected(SyntaxHint.jsonPath)
        default: throw unexpected("a name belongs after the .")
        }
    }

    private mutating func parseBracketed() throws(TemplateError) -> PlacedStep {
        let step: TemplatePathStep
        switch current.kind {
        case .string(let name): step = .name(name)
        case .number(let number):
            guard let index = Int(number.text) else { throw unexpected("a place is a whole number") }
            step = .index(index)
        default: throw unexpected(SyntaxHint.forStep(current))
        }
        advance()
        guard take(.closeBracket) else {
            throw unexpected(current.kind == .end ? "a ] is missing" : SyntaxHint.forStep(current))
        }
        return PlacedStep(step: step, end: end)
    }
}
