/// The ids of tokens that were seen, each until it has expired.
struct ReplayCache {
    private var seen: [String: Double] = [:]

    /// Takes in an id; false when it was seen before.
    mutating func insert(_ id: String, until expiry: Double, now: Double) -> Bool {
        if seen.count > 50_000 {
            seen = seen.filter { $0.value > now }
        }
        return seen.updateValue(expiry, forKey: id) == nil
    }
}
