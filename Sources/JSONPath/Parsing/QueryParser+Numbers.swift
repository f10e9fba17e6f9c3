internal import JSON

extension QueryParser {
    /// The whole numbers that every JSON reader keeps exact (I-JSON, RFC 7493, 2.2).
    private static let exactIntegers = -9_007_199_254_740_991...9_007_199_254_740_991

    /// The integer of an index or a slice; `-` or a digit stands at the cursor.
    mutating func parseInteger() throws(JSONPathError) -> Int {
        let start = position
        let isNegative = take("-")
        let digits = position
        skip(while: Self.isDigit)
        guard digits < position else { throw error("a digit is missing after '-'", at: start..<position) }
        if bytes[digits] == UInt8(ascii: "0"), isNegative || position - digits > 1 {
            let value = text(digits..<position).drop { $0 == "0" }
            let meant = value.isEmpty ? "0" : (isNegative ? "-" : "") + value
            throw error(
                isNegative && value.isEmpty ? "'-0' is not an index" : "an index has no leading zeros",
                hint: didYouMean(meant), at: start..<position)
        }
        guard let value = Int(text(start..<position)), Self.exactIntegers.contains(value) else {
            throw error(
                "the integer is out of range", hint: "it may be at most 9007199254740991, on either side of 0",
                at: start..<position)
        }
        return value
    }

    /// A number in an expression; `-` or a digit stands at the cursor.
    mutating func parseNumber() throws(JSONPathError) -> JSONNumber {
        let start = position
        position += 1
        skip(while: Self.isDigit)
        if take(".") { skip(while: Self.isDigit) }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            skip(while: Self.isDigit)
        }
        let spelled = text(start..<position)
        guard let number = JSONNumber(spelled) else {
            throw error(
                "\(quoted(spelled)) is not a number",
                hint: "numbers are written as in JSON: no leading zeros, a digit on both sides of a point",
                at: start..<position)
        }
        return number
    }
}
