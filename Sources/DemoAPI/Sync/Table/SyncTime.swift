import Foundation

/// Times of `/sync` in whole seconds since 1970, in each way that APIs write them.
enum SyncTime {
    /// How a time is written in an answer.
    enum Format: String {
        case rfc3339, unix
        case unixMilliseconds = "unix_ms"
        /// RFC 3339 without a zone.
        case bare
    }

    /// 2026-01-01T00:00:00Z, the time of the first record.
    static let start = 1_767_225_600

    /// RFC 3339, in UTC.
    static func text(_ seconds: Int) -> String {
        let (days, rest) = (Int((Double(seconds) / 86400).rounded(.down)), (seconds % 86400 + 86400) % 86400)
        let date = civil(days)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
            + "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    /// The time as a JSON value.
    static func json(_ seconds: Int, _ format: Format) -> String {
        switch format {
        case .rfc3339: "\"\(text(seconds))\""
        case .bare: "\"\(text(seconds).dropLast())\""
        case .unix: String(seconds)
        case .unixMilliseconds: String(seconds * 1000)
        }
    }

    /// The first whole second that is not before a time.
    ///
    /// RFC 3339 with any fraction and zone, or seconds or milliseconds since 1970; nil for anything else.
    static func parse(_ text: String) -> Int? {
        if let number = Int(text) {
            return abs(number) > 100_000_000_000 ? Int((Double(number) / 1000).rounded(.up)) : number
        }
        let pattern = /(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):?(\d\d))?/
        guard let match = text.wholeMatch(of: pattern), let year = Int(match.1), let month = Int(match.2),
            let day = Int(match.3), let hour = Int(match.4), let minute = Int(match.5), let second = Int(match.6)
        else { return nil }
        var zone = 0
        if let sign = match.8, let hours = match.9.flatMap({ Int($0) }), let minutes = match.10.flatMap({ Int($0) }) {
            zone = (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
        }
        let isFraction = match.7?.contains { $0 != "0" && $0 != "." } ?? false
        return days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - zone + (isFraction ? 1 : 0)
    }

    /// The time as HTTP writes it: `Thu, 01 Jan 2026 00:00:00 GMT`.
    static func http(_ seconds: Int) -> String {
        let date = civil(seconds / 86400)
        let week = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][seconds / 86400 % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(week), \(padded(date.day, 2)) \(months[date.month - 1]) \(date.year) "
            + "\(text(seconds).dropFirst(11).prefix(8)) GMT"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// The date of a day since 1970, by the proleptic Gregorian calendar.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }

    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
