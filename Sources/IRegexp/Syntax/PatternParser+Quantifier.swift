extension PatternParser {
    /// Reads the quantifier after an atom, if there is one.
    mutating func parseQuantified(_ atom: SyntaxNode) throws(IRegexpError) -> SyntaxNode {
        let minimum: Int
        let maximum: Int?
        switch cursor.peek {
        case "*":
            (minimum, maximum) = (0, nil)
            cursor.advance()
        case "+":
            (minimum, maximum) = (1, nil)
            cursor.advance()
        case "?":
            (minimum, maximum) = (0, 1)
            cursor.advance()
        case "{":
            (minimum, maximum) = try parseCounts()
        default:
            return atom
        }
        let isGreedy = !(dialect == .extended && cursor.take("?"))
        if let next = cursor.peek, next == "*" || next == "+" || next == "?" || next == "{" {
            throw cursor.error("a quantifier cannot be repeated by '\(next)'")
        }
        return .repetition(atom, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    }

    private mutating func parseCounts() throws(IRegexpError) -> (Int, Int?) {
        let start = cursor.offset
        cursor.advance()
        let minimum = try parseCount()
        var maximum: Int? = minimum
        if cursor.take(",") {
            maximum = cursor.peek == "}" ? nil : try parseCount()
        }
        guard cursor.take("}") else {
            throw cursor.error("expected '}' after the counts of a repetition; for the character '{' write '\\{'")
        }
        if let maximum, maximum < minimum {
            throw IRegexpError(message: "the counts of the repetition are the wrong way around", offset: start)
        }
        return (minimum, maximum)
    }

    private mutating func parseCount() throws(IRegexpError) -> Int {
        let start = cursor.offset
        var count: Int?
        while let digit = cursor.peek, "0"..."9" ~= digit {
            // Cannot overflow: it stays one digit above the limit at most.
            count = min((count ?? 0) * 10 + Int(digit.value - 0x30), Self.countLimit + 1)
            cursor.advance()
        }
        guard let count else {
            throw cursor.error("expected a number in a repetition; for the character '{' write '\\{'")
        }
        guard count <= Self.countLimit else {
            throw IRegexpError(message: "a repetition may count to \(Self.countLimit) at most", offset: start)
        }
        return count
    }
}
