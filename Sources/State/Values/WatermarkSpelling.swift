/// How a watermark is written into a request.
public enum WatermarkSpelling: Sendable, Hashable {
    /// A time by RFC 3339 in UTC, with as many digits of the second as it has.
    case rfc3339
    /// A time in whole seconds since 1970, towards the past, so that nothing is left out.
    case unix
    /// A time in whole milliseconds since 1970, towards the past.
    case unixMilliseconds
}

extension WatermarkValue {
    /// It as it is written into a request; numbers and text have one spelling only.
    public func text(as spelling: WatermarkSpelling = .rfc3339) -> String {
        guard case .time(let instant) = self else { return canonical }
        return switch spelling {
        case .rfc3339: instant.rfc3339
        case .unix: String(instant.seconds)
        case .unixMilliseconds: String(instant.milliseconds)
        }
    }
}
