/// So many requests in so much time.
public struct RateLimit: Sendable, Hashable {
    /// The number of requests, at least 1.
    public let count: Int
    /// The time in which they may be sent.
    public let per: Duration

    /// Makes a limit.
    public init(count: Int, per: Duration) {
        self.count = max(count, 1)
        self.per = per
    }
}
