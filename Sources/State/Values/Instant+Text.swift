extension Instant {
    /// RFC 3339 in UTC, with as many digits of the second as it has: `2026-01-02T03:04:05.678Z`.
    public var rfc3339: String {
        let days = Int(seconds.floorDivided(by: 86_400))
        let second = Int(seconds) - days * 86_400
        let date = Calendar.date(days: days)
        var text = Self.padded(date.year, 4) + "-" + Self.padded(date.month, 2) + "-" + Self.padded(date.day, 2)
        text += "T" + Self.padded(second / 3600, 2)
        text += ":" + Self.padded(second / 60 % 60, 2) + ":" + Self.padded(second % 60, 2)
        return text + decimals + "Z"
    }

    /// The number of seconds since 1970, with as many digits after the point as it has, where a whole one will not do.
    public var exactSeconds: String {
        guard fraction != 0, seconds < 0 else { return String(seconds) + decimals }
        // -1.25 is the second -2 and 750,000,000 nanoseconds.
        return "-" + String(-(seconds + 1)) + Self.decimals(1_000_000_000 - fraction)
    }

    private var decimals: String { Self.decimals(fraction) }

    private static func decimals(_ nanoseconds: Int) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = padded(nanoseconds, 9)
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    /// The quotient, towards less.
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Instant {
    /// RFC 3339 with exactly three digits after the second, so that texts have the order of their moments.
    var timestamp: String {
        let whole = (self - .nanoseconds(fraction)).rfc3339
        return whole.dropLast() + "." + Self.padded(fraction / 1_000_000, 3) + "Z"
    }

    /// Now, by the clock of this machine.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(nanoseconds: Int128(time.tv_sec) * 1_000_000_000 + Int128(time.tv_nsec)) ?? .distantPast
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
