/// The rule of a zone for all years to come, from the footer of its file (RFC 8536, 3.3), such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
    private let standard: ZoneOffset
    /// Summer time: its offset, when it begins and when it ends.
    private let summer: (offset: ZoneOffset, start: ZoneRuleDate, end: ZoneRuleDate)?

    /// Nil when the text is not a rule.
    init?(_ text: String) {
        var scanner = RuleScanner(text)
        guard let name = scanner.name(), let west = scanner.time(hours: 24) else { return nil }
        standard = ZoneOffset(seconds: -west, name: name)
        guard !scanner.isAtEnd else {
            summer = nil
            return
        }
        guard let summerName = scanner.name() else { return nil }
        let summerWest = scanner.isAt(",") ? west - 3600 : scanner.time(hours: 24)
        guard let summerWest, scanner.take(","), let start = ZoneRuleDate(&scanner), scanner.take(","),
            let end = ZoneRuleDate(&scanner), scanner.isAtEnd
        else { return nil }
        summer = (ZoneOffset(seconds: -summerWest, name: summerName), start, end)
    }

    /// - Parameter seconds: since 1970.
    func offset(at seconds: Int) -> ZoneOffset {
        guard let summer else { return standard }
        let days = (seconds + standard.seconds).flooredDivision(by: 86_400).quotient
        let year = CivilDate(daysSince1970: days).year
        // Each change is given by the clock that it ends.
        let start = summer.start.seconds(in: year) - standard.seconds
        let end = summer.end.seconds(in: year) - summer.offset.seconds
        let isSummer = start < end ? (start..<end).contains(seconds) : !(end..<start).contains(seconds)
        return isSummer ? summer.offset : standard
    }
}
