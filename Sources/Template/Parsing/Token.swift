internal import JSON

/// A word or a sign in an expression.
struct Token: Sendable {
    enum Kind: Sendable, Hashable {
        case name(String)
        case number(JSONNumber)
        /// A time span, such as `5m`.
        case duration(String)
        case string(String)
        case symbol(Symbol)
        /// A sign that means nothing in an expression.
        case other(String)
        /// The `}` that closes the expression.
        case end
    }

    enum Symbol: String, Sendable, CaseIterable {
        // Longer ones come first: the lexer takes the first that fits.
        case or = "||"
        case and = "&&"
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
        case pipe = "|"
        case not = "!"
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case dot = "."
        case comma = ","

        /// Its bytes, worked out once.
        static let spellings = allCases.map { (symbol: $0, bytes: Array($0.rawValue.utf8)) }
    }

    let kind: Kind
    let range: Range<Int>

    /// Whether a value may end with it.
    var endsValue: Bool {
        switch kind {
        case .name, .number, .duration, .string, .symbol(.closeParenthesis), .symbol(.closeBracket): true
        case .symbol, .other, .end: false
        }
    }
}
