/// The clients by id, and how each of them has fared.
struct ClientRegistry {
    /// What was counted for a client, for tests to look at.
    struct Record {
        var issued = 0
        var refused = 0
        var revoked = 0
        /// Wrong authentications since the last right one.
        var failures = 0
        /// Until when it is told to wait, in seconds since 1970.
        var waitsUntil: Double?
    }

    private var clients: [String: OAuthClient] = [:]
    private var records: [String: Record] = [:]

    /// Those that are there from the start, in order.
    init(_ fixed: [OAuthClient]) {
        for client in fixed {
            clients[client.id] = client
        }
    }

    subscript(_ id: String) -> OAuthClient? { clients[id] }

    /// The first of the ids that is a client's.
    func first(of ids: [String]) -> OAuthClient? {
        ids.lazy.compactMap { clients[$0] }.first
    }

    /// Registers a client, or puts a new one in its place.
    mutating func register(_ client: OAuthClient) {
        clients[client.id] = client
        records[client.id] = nil
    }

    /// Gives a client another secret and lifts its lock; false for an unknown one.
    mutating func rotate(_ id: String, secret: String) -> Bool {
        guard clients[id] != nil else { return false }
        clients[id]?.secret = secret
        records[id]?.failures = 0
        records[id]?.waitsUntil = nil
        return true
    }

    /// Changes what was counted for a client; of ten thousand names, no more are taken in.
    mutating func note(_ id: String, _ change: (inout Record) -> Void) {
        guard clients[id] != nil || records[id] != nil || records.count < 10_000 else { return }
        change(&records[id, default: Record()])
    }

    func record(of id: String) -> Record { records[id] ?? Record() }

    /// The counts of all clients that ever asked.
    var json: JSONText {
        .object(
            records.sorted { $0.key < $1.key }.map { id, record in
                (
                    id,
                    .object([
                        ("issued", .int(record.issued)), ("refused", .int(record.refused)),
                        ("revoked", .int(record.revoked)),
                    ])
                )
            })
    }
}
