internal import JSON

extension QueryParser {
    /// Where a primary stands, which decides what a mistake is likely to mean.
    enum Place {
        case first, right, argument
    }

    /// A literal, a query or a call.
    mutating func parsePrimary(_ place: Place) throws(JSONPathError) -> Primary {
        let start = position
        switch next {
        case UInt8(ascii: "$"), UInt8(ascii: "@"): return .query(try parseQuery())
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let string = try parseString()
            return .literal(.string(string), range: start..<position)
        case .some(let byte) where byte == UInt8(ascii: "-") || Self.isDigit(byte):
            let number = try parseNumber()
            return .literal(.number(number), range: start..<position)
        case .some(let byte) where Self.isNameFirst(byte): return try parseWord(place)
        default: throw missingPrimary(place)
        }
    }

    /// `true`, `false`, `null`, or a call.
    private mutating func parseWord(_ place: Place) throws(JSONPathError) -> Primary {
        let start = position
        skip(while: Self.isNameCharacter)
        let range = start..<position
        let word = text(range)
        if at("(") { return try parseCall(word, at: range) }
        switch word {
        case "true": return .literal(.bool(true), range: range)
        case "false": return .literal(.bool(false), range: range)
        case "null": return .literal(.null, range: range)
        default: throw strayWord(word, at: range, place)
        }
    }
}
