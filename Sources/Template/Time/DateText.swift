/// Points in time as text, for what works with them outside of templates.
public enum DateText {
    /// Checks a pattern as the filter `date` has it: `yyyy-MM-dd'T'HH:mm:ssXXX`.
    ///
    /// - Throws: what is not understood, with its place in the pattern.
    public static func check(pattern: String) throws(TemplateError) {
        _ = try DatePattern(pattern)
    }

    /// A point in time by a pattern, in UTC.
    ///
    /// - Parameters:
    ///   - seconds: whole seconds since 1970, rounded down.
    ///   - nanoseconds: those after them, less than a second.
    /// - Throws: what is not understood of the pattern.
    public static func text(
        secondsSince1970 seconds: Int, nanoseconds: Int = 0, pattern: String
    ) throws(TemplateError) -> String {
        let time = LocalTime(
            localSeconds: seconds, nanoseconds: nanoseconds, offset: ZoneOffset(seconds: 0, name: "UTC"))
        return try DatePattern(pattern).text(of: time)
    }

    /// Reads a date alone (its midnight in UTC), or a date and a time with an offset, RFC 3339.
    ///
    /// - Returns: whole seconds since 1970, rounded down, and the nanoseconds after them.
    /// - Throws: why the text is no such date.
    public static func parse(_ text: String) throws(TemplateError) -> (seconds: Int, nanoseconds: Int) {
        let moment = try Moment(parsing: text)
        return (moment.seconds, moment.nanoseconds)
    }
}
