internal import JSON

extension Moment {
    /// The moment as RFC 3339 has it; of a day the date alone.
    var text: String {
        switch form {
        case .day: return Self.text(of: CivilDate(daysSince1970: seconds.flooredDivision(by: 86_400).quotient))
        case .unix: return Moment(seconds: seconds, nanoseconds: nanoseconds, form: .text(offset: 0, digits: 9)).text
        case .text(let offset, let digits):
            let time = LocalTime(
                localSeconds: seconds + offset, nanoseconds: nanoseconds, offset: ZoneOffset(seconds: offset, name: ""))
            let fraction = digits == 0 ? "" : "." + nanoseconds.padded(9).prefix(digits)
            let clock = "\(time.hour.padded(2)):\(time.minute.padded(2)):\(time.second.padded(2))"
            let zone = offset == 0 ? "Z" : time.offset.text(separator: ":")
            return Self.text(of: time.date) + "T" + clock + fraction + zone
        }
    }

    private static func text(of date: CivilDate) -> String {
        "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
    }

    /// The seconds since 1970, to the microsecond.
    init(unix number: JSONNumber) throws(TemplateError) {
        guard let double = number.double, abs(double) < 1e12 else {
            let hint = "milliseconds are not taken"
            throw TemplateError(message: "the number is too large for seconds since 1970", hint: hint)
        }
        if let seconds = number.int {
            self.init(seconds: seconds, nanoseconds: 0, form: .unix)
        } else {
            let microseconds = Int((double * 1_000_000).rounded())
            let (seconds, rest) = microseconds.flooredDivision(by: 1_000_000)
            self.init(seconds: seconds, nanoseconds: rest * 1000, form: .unix)
        }
        self = try checked()
    }

    /// A date as in RFC 3339, alone or with a time and an offset, which may also be written `+0000` or `+00`.
    init(parsing text: String) throws(TemplateError) {
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
            let day = scanner.digits(2)
        else { throw Self.notADate(text) }
        guard let date = CivilDate(year: year, month: month, day: day) else {
            throw TemplateError(message: "there is no such day in the calendar")
        }
        if scanner.isAtEnd {
            self.init(seconds: date.daysSince1970 * 86_400, nanoseconds: 0, form: .day)
            return
        }
        guard scanner.take("T") || scanner.take("t") || scanner.take(" "), let hour = scanner.digits(2),
            scanner.take(":"), let minute = scanner.digits(2), scanner.take(":"), let second = scanner.digits(2)
        else { throw Self.notADate(text) }
        let fraction = scanner.take(".") || scanner.take(",") ? scanner.fraction() : (0, 0)
        guard let (nanoseconds, digits) = fraction else { throw Self.notADate(text) }
        // A leap second counts as the one after it.
        guard hour < 24, minute < 60, second <= 60 else {
            throw TemplateError(message: "there is no such time of the day")
        }
        if scanner.isAtEnd {
            throw TemplateError(message: "the time has no offset", hint: "it ends with Z, or with one such as +02:00")
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { throw Self.notADate(text) }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(seconds: seconds, nanoseconds: nanoseconds, form: .text(offset: offset, digits: digits))
        self = try checked()
    }

    private static func notADate(_ text: String) -> TemplateError {
        let isNumber = JSONNumber(text) != nil
        return TemplateError(
            message: "the text is not a date as in RFC 3339, such as 2024-01-31T09:30:00Z or 2024-01-31",
            hint: isNumber ? "seconds since 1970 are a number: | number first" : nil)
    }
}
