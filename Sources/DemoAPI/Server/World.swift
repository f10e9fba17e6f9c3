import Synchronization

/// All that the server remembers.
///
/// Each part has a lock of its own, so that counting never waits for pages.
final class World: Sendable {
    let tokens = Mutex(TokenStore())
    let pages = Mutex(PageCache())
    let created = Mutex(CreatedItems())
    let stats = Mutex(Stats())
    private let hits = Mutex<[String: Int]>([:])

    /// Counts a hit on `key` and returns how many there were, this one included.
    func hit(_ key: String) -> Int {
        hits.withLock { counts in
            counts[key, default: 0] += 1
            return counts[key, default: 0]
        }
    }

    /// Forgets tokens, created items, counts and keys; cached pages stay, their content never changes.
    func reset() {
        tokens.withLock { $0 = TokenStore() }
        created.withLock { $0 = CreatedItems() }
        stats.withLock { $0.reset() }
        hits.withLock { $0 = [:] }
    }
}
