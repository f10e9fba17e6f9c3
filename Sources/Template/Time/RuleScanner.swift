/// Reads the parts of a zone's rule.
struct RuleScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    func isAt(_ scalar: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: scalar) }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard isAt(scalar) else { return false }
        rest.removeFirst()
        return true
    }

    /// A name of letters, or anything between `<` and `>`.
    mutating func name() -> String? {
        let isQuoted = take("<")
        let name = rest.prefix { isQuoted ? $0 != UInt8(ascii: ">") : CharacterClass.isLetter($0) }
        guard !name.isEmpty else { return nil }
        rest.removeFirst(name.count)
        guard !isQuoted || take(">") else { return nil }
        return String(Substring(name))
    }

    mutating func number(upTo limit: Int) -> Int? {
        let digits = rest.prefix(while: CharacterClass.isDigit)
        guard (1...3).contains(digits.count) else { return nil }
        rest.removeFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return value <= limit ? value : nil
    }

    /// Hours, and if need be minutes and seconds, in seconds.
    mutating func time(hours limit: Int) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(upTo: limit) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where take(":") {
            guard let value = number(upTo: 59) else { return nil }
            seconds += value * unit
        }
        return isNegative ? -seconds : seconds
    }
}
