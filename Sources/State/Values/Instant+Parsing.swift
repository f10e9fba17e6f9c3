extension Instant {
    /// The moment that a text says: RFC 3339 and what is commonly taken for it.
    ///
    /// `2026-01-02T03:04:05.678Z`, with a blank or `_` for the `T`, a comma for the point, no seconds, no time at all,
    /// zones `z`, `+01:00`, `+0100`, `+01`, ` UTC`, ` GMT`, with a blank in front or none (then it is UTC), and the basic
    /// form `20260102T030405Z`. A leap second is the first moment of the next minute, and digits beyond the nanosecond
    /// are cut off.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: some StringProtocol) {
        var scanner = InstantScanner(text)
        guard let nanoseconds = scanner.nanoseconds() else { return nil }
        self.init(nanoseconds: nanoseconds)
    }

    /// The moment of a number since 1970, exactly; nil outside of the years 0 to 9999.
    init?(_ number: some StringProtocol, in unit: TimeUnit) {
        guard let nanoseconds = ExactDecimal(number)?.scaled(by: unit == .seconds ? 9 : 6) else { return nil }
        self.init(nanoseconds: nanoseconds)
    }
}

/// What a number that stands for a time counts since 1970.
public enum TimeUnit: Sendable, Hashable {
    /// Seconds, with any number of digits after the point.
    case seconds
    /// Milliseconds.
    case milliseconds
}

/// Reads a time of RFC 3339 byte by byte.
private struct InstantScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: some StringProtocol) {
        rest = Array(text.utf8.prefix(100))[...]
    }

    mutating func nanoseconds() -> Int128? {
        guard let year = number(of: 4) else { return nil }
        let isBasic = !take("-")
        guard let month = number(of: 2), isBasic || take("-"), let day = number(of: 2),
            let days = Calendar.days(year: year, month: month, day: day)
        else { return nil }
        var seconds = days * 86_400
        var nanoseconds = 0
        if !rest.isEmpty, take("T") || take("t") || take(" ") || take("_") {
            guard let time = time(isBasic: isBasic) else { return nil }
            seconds += time.seconds
            nanoseconds = time.nanoseconds
        }
        guard let offset = offset(), rest.isEmpty else { return nil }
        return Int128(seconds - offset) * 1_000_000_000 + Int128(nanoseconds)
    }

    private mutating func time(isBasic: Bool) -> (seconds: Int, nanoseconds: Int)? {
        guard let hour = number(of: 2), isBasic || take(":"), let minute = number(of: 2), minute <= 59 else {
            return nil
        }
        var second = 0
        var nanoseconds = 0
        if isBasic ? rest.first.map(Self.isDigit) == true : take(":") {
            guard let given = number(of: 2), given <= 60 else { return nil }
            second = given
            if take(".") || take(",") {
                guard let fraction = fraction() else { return nil }
                // A leap second has no parts here: it is the beginning of the next minute.
                nanoseconds = second == 60 ? 0 : fraction
            }
        }
        // 24:00 is the end of a day in ISO 8601.
        guard hour < 24 || hour == 24 && minute == 0 && second == 0 && nanoseconds == 0 else { return nil }
        return (hour * 3600 + minute * 60 + second, nanoseconds)
    }

    private mutating func fraction() -> Int? {
        let digits = rest.prefix(while: Self.isDigit)
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let kept = digits.prefix(9)
        let value = kept.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (kept.count..<9).reduce(value) { value, _ in value * 10 }
    }

    /// The seconds that the zone is ahead of UTC; 0 without one.
    private mutating func offset() -> Int? {
        let hasBlank = take(" ")
        if rest.isEmpty { return hasBlank ? nil : 0 }
        if take("Z") || take("z") { return 0 }
        let word = String(decoding: rest, as: UTF8.self).uppercased()
        if word == "UTC" || word == "GMT" {
            rest = []
            return 0
        }
        let isBehind = rest.first == UInt8(ascii: "-")
        guard take("+") || take("-"), let hours = number(of: 2), hours <= 23 else { return nil }
        var minutes = 0
        if take(":") || !rest.isEmpty {
            guard let given = number(of: 2), given <= 59 else { return nil }
            minutes = given
        }
        return (hours * 3600 + minutes * 60) * (isBehind ? -1 : 1)
    }

    private mutating func number(of count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
