/// Reads digits of a fixed width from a text.
struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly so many digits.
    mutating func digits(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(CharacterClass.isDigit) else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// A fraction of a second in nanoseconds and how many digits count; further ones are dropped.
    mutating func fraction() -> (nanoseconds: Int, digits: Int)? {
        let digits = rest.prefix(while: CharacterClass.isDigit)
        guard !digits.isEmpty else { return nil }
        rest.removeFirst(digits.count)
        let kept = digits.prefix(9)
        let value = kept.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let scaled = (kept.count..<9).reduce(value) { value, _ in value * 10 }
        return (scaled, kept.count)
    }

    /// An offset from UTC in seconds: `Z`, `+02:00`, `+0200` or `+02`.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+"), let hours = digits(2) else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = take(":")
            guard let given = digits(2) else { return nil }
            minutes = given
        }
        guard hours < 24, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}
