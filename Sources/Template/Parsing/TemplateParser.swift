/// Finds the `${…}` in a text and reads each of them.
struct TemplateParser {
    private let bytes: [UInt8]
    private var parts: [Template.Part] = []
    private var literal: [UInt8] = []
    private var errors: [TemplateError] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// - Throws: the errors of all `${…}` at once.
    mutating func parse() throws(TemplateSyntaxErrors) -> [Template.Part] {
        if bytes.count > Limits.templateBytes {
            let message = "the template has more than \(Limits.templateBytes) bytes"
            throw TemplateSyntaxErrors(errors: [TemplateError(message: message, range: 0..<bytes.count)])
        }
        var place = 0
        while place < bytes.count, errors.count < Limits.errors {
            if bytes[place...].starts(with: "$${".utf8) {
                literal += "${".utf8
                place += 3
            } else if bytes[place...].starts(with: "${".utf8) {
                place = parseExpression(at: place)
            } else {
                literal.append(bytes[place])
                place += 1
            }
        }
        flushLiteral()
        checkOmits()
        if !errors.isEmpty {
            throw TemplateSyntaxErrors(errors: errors.sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
        return parts
    }

    /// Reads the expression whose `${` stands at a place, and gives the place behind it.
    private mutating func parseExpression(at opening: Int) -> Int {
        var lexer = Lexer(bytes, at: opening)
        let tokens = lexer.run()
        errors += lexer.errors
        if lexer.isParsable {
            var parser = ExpressionParser(tokens, opening: opening)
            let expression = parser.parse()
            errors += parser.errors
            if let expression {
                flushLiteral()
                parts.append(.expression(expression, opening..<lexer.position))
            }
        }
        return lexer.position
    }

    private mutating func flushLiteral() {
        guard !literal.isEmpty else { return }
        parts.append(.literal(String(decoding: literal, as: UTF8.self)))
        literal = []
    }

    private mutating func checkOmits() {
        for case .expression(let expression, _) in parts {
            for range in expression.misplacedOmits(isWhole: parts.count == 1) {
                errors.append(
                    TemplateError(
                        message: "omit works only at the end of a ${…} that is the whole value",
                        hint: "in longer text write default(\"\")", range: range))
            }
        }
    }
}
