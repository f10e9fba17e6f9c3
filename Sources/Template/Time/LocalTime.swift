/// What calendar and clock show in a zone.
struct LocalTime {
    let date: CivilDate
    /// From midnight.
    let secondOfDay: Int
    let nanoseconds: Int
    /// Seconds east of UTC, and the zone's short name then.
    let offset: ZoneOffset

    /// - Parameter seconds: since 1970 of the local clock, as if it showed UTC.
    init(localSeconds seconds: Int, nanoseconds: Int, offset: ZoneOffset) {
        let (days, secondOfDay) = seconds.flooredDivision(by: 86_400)
        self.date = CivilDate(daysSince1970: days)
        self.secondOfDay = secondOfDay
        self.nanoseconds = nanoseconds
        self.offset = offset
    }

    var hour: Int { secondOfDay / 3600 }
    var minute: Int { secondOfDay / 60 % 60 }
    var second: Int { secondOfDay % 60 }
}

extension Int {
    /// The quotient rounded down and the rest, which is never negative.
    func flooredDivision(by divisor: Int) -> (quotient: Int, rest: Int) {
        let rest = (self % divisor + divisor) % divisor
        return ((self - rest) / divisor, rest)
    }

    /// The number with zeros in front.
    func padded(_ width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
