extension DatePattern {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// A date and time by the pattern, in English.
    func text(of time: LocalTime) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .field(let letter, let width): Self.field(letter, width, of: time)
            }
        }.joined()
    }

    private static func field(_ letter: Character, _ width: Int, of time: LocalTime) -> String {
        switch letter {
        case "y": width == 2 ? (time.date.year % 100).padded(2) : time.date.year.padded(width)
        case "M": width < 3 ? time.date.month.padded(width) : name(months[time.date.month - 1], width)
        case "d": time.date.day.padded(width)
        case "D": time.date.dayOfYear.padded(width)
        case "E": name(weekdays[time.date.weekday], width)
        case "a": time.hour < 12 ? "AM" : "PM"
        case "H": time.hour.padded(width)
        case "h": ((time.hour + 11) % 12 + 1).padded(width)
        case "m": time.minute.padded(width)
        case "s": time.second.padded(width)
        case "S": String(time.nanoseconds.padded(9).prefix(width))
        case "z": time.offset.name
        case "X" where time.offset.seconds == 0: "Z"
        case "Z" where width == 5 && time.offset.seconds == 0: "Z"
        case "X", "x": time.offset.text(separator: width == 3 ? ":" : "", leavesOutZeroMinutes: width == 1)
        default: time.offset.text(separator: width == 5 ? ":" : "")
        }
    }

    private static func name(_ name: String, _ width: Int) -> String {
        width == 4 ? name : String(name.prefix(3))
    }
}
