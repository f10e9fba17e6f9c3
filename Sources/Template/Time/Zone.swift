/// A time zone.
enum Zone: Sendable {
    case fixed(ZoneOffset)
    case file(ZoneData)

    static let utc = Zone.fixed(ZoneOffset(seconds: 0, name: "UTC"))

    /// The offset at a moment.
    ///
    /// - Parameter seconds: since 1970.
    func offset(at seconds: Int) -> ZoneOffset {
        switch self {
        case .fixed(let offset): offset
        case .file(let data): data.offset(at: seconds)
        }
    }

    /// The offset when local clocks show a time; where they show it twice or never, one of those around it.
    ///
    /// - Parameter localSeconds: since 1970 of the local clock, as if it showed UTC.
    func offset(atLocal localSeconds: Int) -> ZoneOffset {
        let near = offset(at: localSeconds - offset(at: localSeconds).seconds)
        return offset(at: localSeconds - near.seconds)
    }
}

/// How far the clocks of a zone are from UTC, for some time.
struct ZoneOffset: Sendable, Hashable {
    /// East of UTC.
    let seconds: Int
    /// Such as `CET`.
    let name: String

    /// The offset as `+02:00`.
    func text(separator: String, leavesOutZeroMinutes: Bool = false) -> String {
        let minutes = Int(seconds.magnitude) / 60
        let sign = seconds < 0 ? "-" : "+"
        let hours = sign + (minutes / 60).padded(2)
        return leavesOutZeroMinutes && minutes % 60 == 0 ? hours : hours + separator + (minutes % 60).padded(2)
    }
}
