internal import JSON

extension JSONNumber {
    /// A number as YAML spells it; JSON's own spellings stay as they are.
    ///
    /// Nil for infinity and not-a-number, which JSON does not have.
    init?(yaml text: String) {
        if let number = JSONNumber(text) {
            self = number
            return
        }
        if let integer = Self.radixInteger(text) {
            self.init(integer)
            return
        }
        var sign = ""
        var rest = text[...]
        if let first = rest.first, first == "-" || first == "+" {
            sign = first == "-" ? "-" : ""
            rest.removeFirst()
        }
        let exponent = rest.firstIndex { $0 == "e" || $0 == "E" } ?? rest.endIndex
        let mantissa = rest[..<exponent].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = mantissa.first else { return nil }
        let digits = whole.drop { $0 == "0" }
        var spelled = sign + (digits.isEmpty ? "0" : digits)
        if mantissa.count == 2, !mantissa[1].isEmpty { spelled += "." + mantissa[1] }
        self.init(spelled + rest[exponent...])
    }

    private static func radixInteger(_ text: String) -> Int? {
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
        return nil
    }
}
