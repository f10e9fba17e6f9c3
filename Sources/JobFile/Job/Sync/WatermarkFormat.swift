/// How a point in time is written for a request: `format`.
public enum WatermarkFormat: Sendable, Hashable {
    /// `2024-01-01T00:00:00Z`, RFC 3339.
    case rfc3339
    /// Seconds since 1970.
    case unix
    /// Milliseconds since 1970.
    case unixMilliseconds
    /// By a pattern as the filter `date` has it, in UTC.
    case pattern(String)
}
