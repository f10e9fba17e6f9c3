/// What keeps the retries of a run from adding to an outage: each costs much, each success gives little back.
struct RetryBudget: Sendable, Hashable {
    private static let capacity = 500
    private static let cost = 14

    private var tokens = RetryBudget.capacity

    /// Pays for a retry; false when there is too little left.
    mutating func spend() -> Bool {
        guard tokens >= Self.cost else { return false }
        tokens -= Self.cost
        return true
    }

    /// Gives back a little for a success.
    mutating func earn() {
        tokens = min(tokens + 1, Self.capacity)
    }
}
