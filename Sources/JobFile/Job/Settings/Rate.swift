/// So many requests in so much time: `20/s`.
public struct Rate: Sendable, Hashable {
    /// The number of requests, at least 1.
    public let count: Int
    /// The time in which they may be sent.
    public let per: Duration

    /// Makes a rate.
    public init(count: Int, per: Duration) {
        self.count = count
        self.per = per
    }
}
