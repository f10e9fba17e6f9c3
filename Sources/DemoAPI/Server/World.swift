import Synchronization

/// All that the server remembers.
///
/// Each part has a lock of its own, so that counting never waits for pages.
final class World: Sendable {
    let tokens = Mutex(TokenStore())
    let refreshTokens = Mutex(RefreshTokens())
    let clients: Mutex<ClientRegistry>
    /// The ids of assertions and proofs.
    let seen = Mutex(ReplayCache())
    let nonces = Mutex(NonceKeeper())
    let log = Mutex(TokenRequestLog())
    /// What `POST /admin/issuers` changed, by issuer.
    let issuers = Mutex<[String: JSONText]>([:])
    let clock = Clock()
    let pages = Mutex(PageCache())
    let created = Mutex(CreatedItems())
    let stats = Mutex(Stats())
    let sync = SyncDesk()
    private let hits = Mutex<[String: Int]>([:])
    private let fixedClients: [OAuthClient]

    /// A world with the built-in clients and more.
    init(clients more: [OAuthClient]) {
        fixedClients = OAuthClient.builtIn + more
        clients = Mutex(ClientRegistry(fixedClients))
    }

    /// Counts a hit on `key` and returns how many there were, this one included.
    func hit(_ key: String) -> Int {
        hits.withLock { counts in
            counts[key, default: 0] += 1
            return counts[key, default: 0]
        }
    }

    /// Forgets all but cached pages, whose content never changes.
    func reset() {
        tokens.withLock { $0 = TokenStore() }
        refreshTokens.withLock { $0 = RefreshTokens() }
        clients.withLock { $0 = ClientRegistry(fixedClients) }
        seen.withLock { $0 = ReplayCache() }
        nonces.withLock { $0 = NonceKeeper() }
        log.withLock { $0 = TokenRequestLog() }
        issuers.withLock { $0 = [:] }
        clock.error = 0
        created.withLock { $0 = CreatedItems() }
        stats.withLock { $0.reset() }
        hits.withLock { $0 = [:] }
        sync.reset()
    }
}
