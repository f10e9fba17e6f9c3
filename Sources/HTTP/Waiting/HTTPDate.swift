/// A date of a header field, RFC 9110 section 5.6.7.
public enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The seconds since 1970 of a date in one of its three forms; nil for anything else.
    ///
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
    public static func seconds(_ text: String) -> Double? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        switch words.count {
        case 6 where words[5] == "GMT" || words[5] == "UTC":
            return seconds(year: words[3], month: words[2], day: words[1], time: words[4])
        case 5: return seconds(year: words[4], month: words[1], day: words[2], time: words[3])
        default: return nil
        }
    }

    private static func seconds(year: Substring, month: Substring, day: Substring, time: Substring) -> Double? {
        let clock = time.split(separator: ":").compactMap { Int($0) }
        guard let month = months.firstIndex(of: month.lowercased()), let day = Int(day), 1...31 ~= day,
            var full = Int(year), 0...9999 ~= full, clock.count == 3, 0...23 ~= clock[0], 0...59 ~= clock[1],
            0...60 ~= clock[2]
        else { return nil }
        if year.count == 2 { full += full < 70 ? 2000 : 1900 }
        let days = daysSince1970(year: full, month: month + 1, day: day)
        return Double(days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
    }

    /// Counts years from March, so that the leap day is the last of its year.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
