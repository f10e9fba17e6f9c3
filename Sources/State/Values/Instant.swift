/// A moment between the years 0 and 9999, to the nanosecond, whatever the spelling it came in.
public struct Instant: Sendable, Hashable, Comparable {
    private static let billion: Int128 = 1_000_000_000
    /// 0000-01-01T00:00:00Z and the last nanosecond of 9999, in seconds since 1970.
    private static let first: Int128 = -62_167_219_200
    private static let last: Int128 = 253_402_300_799

    /// The first moment there is.
    public static let distantPast = Instant(unchecked: first * billion)
    /// The last moment there is.
    public static let distantFuture = Instant(unchecked: last * billion + billion - 1)

    /// Nanoseconds since 1970-01-01T00:00:00Z.
    public let nanoseconds: Int128

    private init(unchecked nanoseconds: Int128) {
        self.nanoseconds = nanoseconds
    }

    /// A moment by its nanoseconds since 1970; nil outside of the years 0 to 9999.
    public init?(nanoseconds: Int128) {
        guard (Self.distantPast.nanoseconds...Self.distantFuture.nanoseconds).contains(nanoseconds) else { return nil }
        self.init(unchecked: nanoseconds)
    }

    /// The whole seconds since 1970, towards the past.
    public var seconds: Int64 { Int64(floor(by: Self.billion)) }
    /// The milliseconds since 1970, towards the past.
    public var milliseconds: Int64 { Int64(floor(by: 1_000_000)) }
    /// The nanoseconds within its second: 0 to 999,999,999.
    public var fraction: Int { Int(nanoseconds - Int128(seconds) * Self.billion) }

    private func floor(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// Whether the first is earlier.
    public static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The moment so much later; the last one there is when that is beyond it.
    public static func + (left: Instant, right: Duration) -> Instant {
        let parts = right.components
        let moved = left.nanoseconds + Int128(parts.seconds) * billion + Int128(parts.attoseconds / 1_000_000_000)
        return Instant(unchecked: min(max(moved, distantPast.nanoseconds), distantFuture.nanoseconds))
    }

    /// The moment so much earlier; the first one there is when that is before it.
    public static func - (left: Instant, right: Duration) -> Instant {
        left + (.zero - right)
    }
}
