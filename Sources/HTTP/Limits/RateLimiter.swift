/// When the next request to each host may go, so that no span of time sees more than its limit allows.
///
/// Requests go at once until the limit is reached, and then as the oldest ones leave the span.
struct RateLimiter: Sendable {
    /// How many times are kept for a host.
    private static let capacity = 1024

    private var times: [Origin: [Duration]] = [:]

    /// Takes the next place in a host's row.
    ///
    /// - Returns: how long the request has to wait for its turn.
    mutating func reserve(_ origin: Origin, _ limit: RateLimit, at now: Duration) -> Duration {
        let limit = Self.scaled(limit)
        var row = times[origin] ?? []
        var time = max(now, row.last ?? now)
        if row.count >= limit.count { time = max(time, row[row.count - limit.count] + limit.per) }
        row.append(time)
        if row.count > 2 * Self.capacity { row.removeFirst(row.count - Self.capacity) }
        times[origin] = row
        return time - now
    }

    /// The same pace over a shorter span, when the limit's own has more requests than are kept.
    private static func scaled(_ limit: RateLimit) -> RateLimit {
        guard limit.count > capacity else { return limit }
        let factor = (limit.count + capacity - 1) / capacity
        return RateLimit(count: limit.count / factor, per: limit.per / factor)
    }
}
