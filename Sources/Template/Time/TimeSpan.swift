/// A time span as it is written: `250ms`, `30s`, `5m`, `2h` or `7d`.
struct TimeSpan: Sendable, Hashable {
    let milliseconds: Int

    /// Whole days, when there is no rest.
    var days: Int? { milliseconds % 86_400_000 == 0 ? milliseconds / 86_400_000 : nil }

    private static let units: [String: Int] = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
    /// Longer than all of history and short of any overflow.
    private static let longest = 20_000 * 366 * 86_400_000

    /// Nil when the text is no time span, or one of more than 20,000 years.
    init?(_ text: String) {
        let digits = text.utf8.prefix(while: CharacterClass.isDigit)
        guard !digits.isEmpty, digits.count <= 18, let count = Int(Substring(digits)),
            let unit = Self.units[String(text.dropFirst(digits.count))]
        else { return nil }
        let (milliseconds, isTooLong) = count.multipliedReportingOverflow(by: unit)
        guard !isTooLong, milliseconds <= Self.longest else { return nil }
        self.milliseconds = milliseconds
    }
}
