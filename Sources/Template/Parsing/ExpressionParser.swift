internal import JSON

/// Reads the tokens of an expression.
struct ExpressionParser {
    private let tokens: [Token]
    private let opening: Int
    private var index = 0
    private var depth = 0
    private(set) var errors: [TemplateError] = []

    /// - Parameter opening: where the `${` stands.
    init(_ tokens: [Token], opening: Int) {
        self.tokens = tokens
        self.opening = opening
    }

    /// The expression; nil after an error that left nothing to go on with.
    mutating func parse() -> Expression? {
        if tokens.count <= 1 {
            let end = tokens.last?.range.upperBound ?? opening + 2
            note("there is nothing in this ${…}", hint: "a ${ that is meant as text is written $${", at: opening..<end)
            return nil
        }
        do throws(TemplateError) {
            let expression = try parseAny()
            guard current.kind == .end else { throw unexpected() }
            return expression
        } catch {
            errors.append(error)
            return nil
        }
    }

    // MARK: What the parts of the parser share

    var current: Token {
        index < tokens.count ? tokens[index] : Token(kind: .end, range: opening..<opening + 2)
    }

    private var previous: Token? { index > 0 && index <= tokens.count ? tokens[index - 1] : nil }

    /// Where the last token that was taken ends.
    var end: Int { previous?.range.upperBound ?? opening }

    mutating func advance() { index += 1 }

    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    /// Whether the token after the current one is this.
    func isFollowed(by symbol: Token.Symbol) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].kind == .symbol(symbol)
    }

    /// Notes an error that does not keep the rest from being read.
    mutating func note(_ message: String, hint: String? = nil, at range: Range<Int>) {
        errors.append(TemplateError(message: message, hint: hint, range: range))
    }

    mutating func note(_ error: TemplateError) {
        errors.append(error)
    }

    func unexpected(_ hint: String? = nil) -> TemplateError {
        let hint = hint ?? SyntaxHint.forUnexpected(current, after: previous)
        let message: String
        switch current.kind {
        case .end: message = "something is missing before '}'"
        case .name(let name): message = "'\(name)' is not expected here"
        case .number(let number): message = "'\(number.text)' is not expected here"
        case .duration(let text): message = "'\(text)' is not expected here"
        case .string: message = "a text is not expected here"
        case .symbol(let symbol): message = "'\(symbol.rawValue)' is not expected here"
        case .other(let text): message = "'\(text)' is not expected here"
        }
        return TemplateError(message: message, hint: hint, range: current.range)
    }

    /// Reads something that may hold expressions again.
    mutating func nested<Result>(
        _ read: (inout ExpressionParser) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        guard depth < Limits.depth else {
            throw TemplateError(message: "the expression is nested too deeply", range: current.range)
        }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }
}
