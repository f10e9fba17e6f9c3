/// A day of every year, and a time on it.
struct ZoneRuleDate: Sendable {
    private enum Day {
        /// 1 to 365; the 29th of February is never counted.
        case julian(Int)
        /// 0 to 365, with the 29th of February.
        case ofYear(Int)
        /// The weekday (0 is Sunday) in a week of a month; 5 is the last one.
        case weekday(Int, week: Int, month: Int)
    }

    private let day: Day
    private let time: Int

    /// Reads a date such as `M3.5.0/2`; nil when there is none.
    init?(_ scanner: inout RuleScanner) {
        if scanner.take("M") {
            guard let month = scanner.number(upTo: 12), month >= 1, scanner.take("."),
                let week = scanner.number(upTo: 5), week >= 1, scanner.take("."), let weekday = scanner.number(upTo: 6)
            else { return nil }
            day = .weekday(weekday, week: week, month: month)
        } else if scanner.take("J") {
            guard let number = scanner.number(upTo: 365), number >= 1 else { return nil }
            day = .julian(number)
        } else {
            guard let number = scanner.number(upTo: 365) else { return nil }
            day = .ofYear(number)
        }
        guard scanner.take("/") else {
            time = 2 * 3600
            return
        }
        guard let time = scanner.time(hours: 167) else { return nil }
        self.time = time
    }

    /// The local time in a year, in seconds since 1970 as if it were UTC.
    func seconds(in year: Int) -> Int {
        days(in: year) * 86_400 + time
    }

    private func days(in year: Int) -> Int {
        let newYear = CivilDate.firstDay(ofMonth: 1, in: year)
        switch day {
        case .julian(let number): return newYear + number - 1 + (CivilDate.isLeap(year) && number >= 60 ? 1 : 0)
        case .ofYear(let number): return newYear + number
        case .weekday(let weekday, let week, let month):
            let first = CivilDate.firstDay(ofMonth: month, in: year)
            let place = (weekday - CivilDate.weekday(ofDay: first) + 7) % 7 + (week - 1) * 7
            return first + (place < CivilDate.length(ofMonth: month, in: year) ? place : place - 7)
        }
    }
}
