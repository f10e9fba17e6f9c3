internal import JSON

/// Cuts what stands in a `${…}` into tokens.
struct Lexer {
    let bytes: [UInt8]
    var position: Int
    var errors: [TemplateError] = []
    /// Whether parsing the tokens can tell more than the errors that were found here.
    var isParsable = true
    private var tokens: [Token] = []
    /// Opening braces inside the expression, which do not belong there.
    private var openBraces = 0
    private var openParentheses = 0

    /// Begins at a `${`.
    init(_ bytes: [UInt8], at opening: Int) {
        self.bytes = bytes
        position = opening
    }

    /// The tokens up to the `}`, which is the last one; `position` is behind it then.
    mutating func run() -> [Token] {
        let opening = position..<position + 2
        position += 2
        if at(position) == UInt8(ascii: "{") {
            skipDoubleBraces(opening)
            return []
        }
        while skipSpace(), let byte = at(position) {
            let start = position
            switch byte {
            case UInt8(ascii: "}") where openBraces == 0:
                position += 1
                tokens.append(Token(kind: .end, range: start..<position))
                return tokens
            case UInt8(ascii: "}"):
                openBraces -= 1
                position += 1
            case UInt8(ascii: "$") where at(position + 1) == UInt8(ascii: "{"):
                guard enterNested() else {
                    fail("this '${' is not closed: a '}' is missing", at: opening, isParsable: false)
                    return tokens
                }
            case UInt8(ascii: "$"): skipJSONPath()
            case UInt8(ascii: "{"):
                openBraces += 1
                position += 1
                fail(
                    "'{' cannot stand in ${…}", hint: "write objects in YAML, with ${…} in them", at: start..<position,
                    isParsable: false)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): lexString(quote: byte)
            case _ where CharacterClass.isDigit(byte) || isNegative(at: start): lexNumber()
            default: lexNameOrSign()
            }
        }
        // A text in quotes that runs to the end is reported by itself.
        if isParsable {
            fail("this '${' is not closed", hint: "a '}' is missing", at: opening, isParsable: false)
        }
        return tokens
    }

    mutating func fail(_ message: String, hint: String? = nil, at range: Range<Int>, isParsable: Bool = true) {
        errors.append(TemplateError(message: message, hint: hint, range: range))
        if !isParsable { self.isParsable = false }
    }

    mutating func append(_ kind: Token.Kind, from start: Int) {
        if kind == .symbol(.openParenthesis) { openParentheses += 1 }
        if kind == .symbol(.closeParenthesis) { openParentheses -= 1 }
        tokens.append(Token(kind: kind, range: start..<position))
    }

    func at(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Skips white space; always true, to stand in a condition.
    private mutating func skipSpace() -> Bool {
        while let byte = at(position), CharacterClass.isSpace(byte) { position += 1 }
        return true
    }

    private func isNegative(at place: Int) -> Bool {
        bytes[place] == UInt8(ascii: "-") && at(place + 1).map(CharacterClass.isDigit) ?? false
    }

    /// Takes a `${` inside the expression; false when it is rather the next one, because this one was never closed.
    private mutating func enterNested() -> Bool {
        if openParentheses <= 0, openBraces == 0, tokens.last?.endsValue ?? false { return false }
        openBraces += 1
        position += 2
        fail(
            "'${' cannot stand in another ${…}", hint: "inside ${…} write the name alone",
            at: position - 2..<position, isParsable: false)
        return true
    }

    private mutating func skipDoubleBraces(_ opening: Range<Int>) {
        fail(
            "'${{' does not begin a template", hint: "write ${…}, with one brace",
            at: opening.lowerBound..<opening.upperBound + 1, isParsable: false)
        while let byte = at(position), byte != UInt8(ascii: "}") { position += 1 }
        for _ in 0..<2 where at(position) == UInt8(ascii: "}") { position += 1 }
    }

    private mutating func skipJSONPath() {
        let start = position
        var brackets = 0
        while let byte = at(position), byte != UInt8(ascii: "}") {
            if byte == UInt8(ascii: "[") { brackets += 1 }
            if byte == UInt8(ascii: "]") { brackets -= 1 }
            if brackets <= 0, CharacterClass.isSpace(byte) || "|),".utf8.contains(byte) { break }
            position += 1
        }
        fail("a JSONPath cannot stand in ${…}", hint: SyntaxHint.jsonPath, at: start..<position, isParsable: false)
    }
}
