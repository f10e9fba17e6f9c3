internal import JSON

extension FilterApplication {
    /// The value as a number, from a number or from text that spells one.
    func number() throws(TemplateError) -> JSONNumber {
        if let number = value.number { return number }
        guard value.kind == .string else { throw mismatch("a number or text") }
        guard let number = JSONNumber(Self.plain(try text())) else { throw fail("the text is not a number") }
        return number
    }

    /// The value as a whole number.
    func whole() throws(TemplateError) -> JSONNumber {
        let number = try number()
        // However many digits it has.
        if number.text.utf8.allSatisfy({ CharacterClass.isDigit($0) || $0 == UInt8(ascii: "-") }) { return number }
        guard let int = number.int else {
            throw fail(
                "the number is not a whole one that fits into 64 bits", hint: "| number keeps numbers as they are")
        }
        return JSONNumber(int)
    }

    /// The number of characters, elements or members.
    func length() throws(TemplateError) -> Int {
        if let count = value.count { return count }
        guard value.kind == .string else { throw mismatch("text, a list or an object") }
        return try text().unicodeScalars.count
    }

    func keys() throws(TemplateError) -> [JSONValue] {
        guard let names = value.memberNames else { throw mismatch("an object") }
        return names.map(JSONValue.string)
    }

    /// The spelling without what people write and JSON does not: spaces around it, a plus sign, zeros in front.
    private static func plain(_ text: String) -> String {
        var rest = trimmed(text)[...]
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
        while rest.hasPrefix("0"), rest.dropFirst().first?.isNumber ?? false { rest.removeFirst() }
        return (isNegative ? "-" : "") + rest
    }
}

extension TemplateValue {
    /// The value in its compact form, numbers as they were spelled.
    var compactJSON: String {
        guard case .node(let node) = content else { return json.serialized() }
        var output: [UInt8] = []
        node.write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
