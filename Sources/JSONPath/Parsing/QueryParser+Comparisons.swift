extension QueryParser {
    /// What people write for an operator, and the operator; longer ones first.
    private static let misspelt: [(StaticString, String)] = [
        ("===", "did you mean `==`?"), ("!==", "did you mean `!=`?"), ("<>", "did you mean `!=`?"),
        ("=~", "use `match(…, '…')` for the whole text or `search(…, '…')` for a part of it"),
        ("=<", "did you mean `<=`?"), ("=>", "did you mean `>=`?"),
    ]

    /// The comparison operator that comes next, with the white space around it.
    mutating func takeComparison() throws(JSONPathError) -> Comparison.Operator? {
        let start = position
        skipSpace()
        for (spelling, hint) in Self.misspelt where at(spelling) {
            let range = position..<position + spelling.utf8CodeUnitCount
            throw error("'\(text(range))' is not an operator", hint: hint, at: range)
        }
        guard let found = comparisonAtCursor else {
            if at("=") { throw error("'=' is not an operator", hint: "did you mean `==`?", at: scalarRange) }
            position = start
            return nil
        }
        position += found.rawValue.utf8.count
        skipSpace()
        return found
    }

    /// Throws when a comparison operator comes next.
    mutating func refuseComparison(_ message: String, hint: String?) throws(JSONPathError) {
        let start = position
        guard let found = try takeComparison() else { return }
        position = start
        skipSpace()
        throw error(message, hint: hint, at: position..<position + found.rawValue.utf8.count)
    }

    private var comparisonAtCursor: Comparison.Operator? {
        Comparison.Operator.allCases.first { bytes[position...].starts(with: $0.rawValue.utf8) }
    }
}
