internal import JSON

/// A point in time, in the form in which it came.
struct Moment {
    enum Form: Hashable {
        /// A day without a time: midnight wherever it is looked at.
        case day
        /// RFC 3339, at an offset in seconds and with so many digits after the second.
        case text(offset: Int, digits: Int)
        /// Seconds since 1970.
        case unix
    }

    /// Since 1970; of a day, to its midnight in UTC.
    var seconds: Int
    var nanoseconds: Int
    var form: Form

    /// The years 0000 to 9999, which RFC 3339 can write.
    private static let range = -62_167_219_200..<253_402_300_800

    init(seconds: Int, nanoseconds: Int, form: Form) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.form = form
    }

    /// A point in time in UTC, to the second.
    init(secondsSince1970 seconds: Double) {
        let bounded = min(max(seconds, Double(Self.range.lowerBound)), Double(Self.range.upperBound - 1))
        self.init(seconds: Int(bounded.rounded(.down)), nanoseconds: 0, form: .text(offset: 0, digits: 0))
    }

    /// Checks that the year can be written.
    func checked() throws(TemplateError) -> Moment {
        guard Self.range.contains(seconds) else {
            throw TemplateError(message: "the date is outside the years 0000 to 9999")
        }
        return self
    }

    /// What calendar and clock show in a zone.
    func local(in zone: Zone) throws(TemplateError) -> LocalTime {
        let offset = form == .day ? zone.offset(atLocal: seconds) : zone.offset(at: seconds)
        let localSeconds = form == .day ? seconds : seconds + offset.seconds
        _ = try Moment(seconds: localSeconds, nanoseconds: 0, form: form).checked()
        return LocalTime(localSeconds: localSeconds, nanoseconds: nanoseconds, offset: offset)
    }

    /// The seconds since 1970; a day begins in the job's zone.
    func unix(in functions: TemplateFunctions) throws(TemplateError) -> JSONNumber {
        try instant(in: functions).unixNumber
    }

    /// The moment later by a span, in the same form; a day becomes a point in time unless it is moved by whole days.
    func shifted(by span: TimeSpan, sign: Int, in functions: TemplateFunctions) throws(TemplateError) -> JSONValue {
        var moment = form == .day && span.days == nil ? try instant(in: functions) : self
        let (seconds, milliseconds) = (sign * span.milliseconds).flooredDivision(by: 1000)
        let (carry, nanoseconds) = (moment.nanoseconds + milliseconds * 1_000_000).flooredDivision(by: 1_000_000_000)
        moment.seconds += seconds + carry
        moment.nanoseconds = nanoseconds
        if case .text(let offset, let digits) = moment.form, milliseconds != 0 {
            moment.form = .text(offset: offset, digits: max(digits, 3))
        }
        moment = try moment.checked()
        return moment.form == .unix ? .number(moment.unixNumber) : .string(moment.text)
    }

    /// A day as the point in time when it begins in the job's zone; anything else as it is.
    private func instant(in functions: TemplateFunctions) throws(TemplateError) -> Moment {
        guard form == .day else { return self }
        let offset = try functions.standardZone().offset(atLocal: seconds).seconds
        return Moment(seconds: seconds - offset, nanoseconds: 0, form: .text(offset: offset, digits: 0))
    }

    private var unixNumber: JSONNumber {
        guard nanoseconds != 0 else { return JSONNumber(seconds) }
        // Of a negative number the fraction counts away from zero.
        let isNegative = seconds < 0
        let whole = isNegative ? -(seconds + 1) : seconds
        let fraction = isNegative ? 1_000_000_000 - nanoseconds : nanoseconds
        var digits = fraction.padded(9)[...]
        while digits.hasSuffix("0") { digits.removeLast() }
        return JSONNumber("\(isNegative ? "-" : "")\(whole).\(digits)") ?? JSONNumber(seconds)
    }
}
