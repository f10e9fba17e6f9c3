import JSON

/// The values that were seen before, in 16 bytes each.
///
/// A value is told apart by 128 bits of a keyed hash whose key is random for each process: neither chance nor a server
/// that wants to can make two values look the same.
struct DistinctValues {
    /// How many values are remembered at most: about 400 MB.
    static let limit = 10_000_000

    private struct Key: Hashable {
        let high: Int
        let low: Int
    }

    private var seen: Set<Key> = []

    /// Takes note of a value: true when it is new, nil when there is no room for it.
    mutating func insert(_ value: JSONValue) -> Bool? {
        let key = Key(high: Self.hash(value, part: 0), low: Self.hash(value, part: 1))
        if seen.contains(key) { return false }
        guard seen.count < Self.limit else { return nil }
        seen.insert(key)
        return true
    }

    private static func hash(_ value: JSONValue, part: UInt8) -> Int {
        var hasher = Hasher()
        hasher.combine(part)
        hasher.combine(value)
        return hasher.finalize()
    }
}
