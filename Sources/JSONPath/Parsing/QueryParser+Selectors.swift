extension QueryParser {
    /// Selectors in brackets; `[` stands at the cursor.
    mutating func parseBrackets() throws(JSONPathError) -> [Selector] {
        let open = position
        position += 1
        skipSpace()
        var selectors: [Selector] = []
        repeat {
            selectors.append(try parseSelector(bracketAt: open))
        } while takeSpaced(",")
        skipSpace()
        guard take("]") else { throw unclosedBrackets(at: open, after: selectors.last) }
        return selectors
    }

    private mutating func parseSelector(bracketAt open: Int) throws(JSONPathError) -> Selector {
        switch next {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .singular(.name(try parseString()))
        case UInt8(ascii: "*"):
            position += 1
            return .wildcard
        case UInt8(ascii: "?"): return .filter(try parseFilter())
        case .some(let byte) where Self.isDigit(byte) || "-:".utf8.contains(byte):
            return try parseIndexOrSlice()
        default: throw missingSelector(bracketAt: open)
        }
    }

    private mutating func parseFilter() throws(JSONPathError) -> LogicalExpression {
        let start = position
        position += 1
        return try nested(openedAt: start, inFilter: true) { parser throws(JSONPathError) in
            parser.skipSpace()
            return try parser.parseAlternatives()
        }
    }

    private mutating func parseIndexOrSlice() throws(JSONPathError) -> Selector {
        let start = at(":") ? nil : try parseInteger()
        guard takeSpaced(":") else { return .singular(.index(start ?? 0)) }
        var slice = Slice(start: start)
        slice.end = try parseOptionalInteger()
        if takeSpaced(":") { slice.step = try parseOptionalInteger() ?? 1 }
        return .slice(slice)
    }

    private mutating func parseOptionalInteger() throws(JSONPathError) -> Int? {
        guard let byte = next, byte == UInt8(ascii: "-") || Self.isDigit(byte) else { return nil }
        return try parseInteger()
    }
}
