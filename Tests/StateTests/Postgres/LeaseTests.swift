import Database
import Foundation
import Secrets
import State
import Testing

@Suite("leases of PostgreSQL", .needsPostgres)
struct LeaseTests {
    private let state: OpenState
    private let position = CallPosition(watermark: "1")

    init() throws {
        state = try OpenState(.postgres)
    }

    /// Lets a lease end by the server's clock, as if its time had passed.
    private func expire() throws {
        try state.execute("UPDATE errand_leases SET expires_at = clock_timestamp() - interval '1 second'")
    }

    @Test("one holder has it, until it gives it back")
    func exclusive() throws {
        let (first, second) = (try state.open(), try state.open())
        #expect(first.hasLeases)
        let lease = try #require(try first.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        #expect(try second.acquire(lease: "shop", holder: "b", duration: .seconds(60)) == nil)
        #expect(try second.holder(ofLease: "shop") == "a")
        #expect(try second.acquire(lease: "other", holder: "b", duration: .seconds(60)) != nil)
        try first.commit([.setPosition(.orders, position)], lease: lease)
        try first.release(lease)
        #expect(try second.holder(ofLease: "shop") == nil)
        let next = try #require(try second.acquire(lease: "shop", holder: "b", duration: .seconds(60)))
        #expect(next.token > lease.token)
    }

    @Test("an overtaken holder writes nothing, renews nothing and releases nothing")
    func overtaken() throws {
        let (first, second) = (try state.open(), try state.open())
        let old = try #require(try first.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        try expire()
        let new = try #require(try second.acquire(lease: "shop", holder: "b", duration: .seconds(60)))
        #expect(new.token > old.token)
        let changes: [StateChange] = [
            .setPosition(.orders, position), .addSeen(.orders, [SeenRecord(hash: hash(1), mark: 1)]),
        ]
        #expect(throws: StateError.overtaken(job: "shop")) { try first.commit(changes, lease: old) }
        #expect(throws: StateError.overtaken(job: "shop")) { try first.commit([], lease: old) }
        #expect(throws: StateError.overtaken(job: "shop")) { try first.renew(old) }
        try first.release(old)
        #expect(try second.holder(ofLease: "shop") == "b")
        #expect(try second.position(.orders) == nil)
        #expect(try second.isSeen(.orders, [hash(1)]) == [false])
        try second.commit(changes, lease: new)
        #expect(try first.position(.orders) == position)
    }

    @Test("the same name with an older token is overtaken too")
    func olderToken() throws {
        let store = try state.open()
        let old = try #require(try store.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        let new = try #require(try store.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        #expect(new.token > old.token)
        #expect(throws: StateError.overtaken(job: "shop")) { try store.commit([], lease: old) }
        try store.commit([], lease: new)
    }

    @Test("one that has expired and nobody took over goes on")
    func expired() throws {
        let store = try state.open()
        let lease = try #require(try store.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        try expire()
        #expect(try store.holder(ofLease: "shop") == nil)
        try store.commit([.setPosition(.orders, position)], lease: lease)
        try store.renew(lease)
        #expect(try store.holder(ofLease: "shop") == "a")
        #expect(try state.open().acquire(lease: "shop", holder: "b", duration: .seconds(60)) == nil)
    }

    @Test("nobody takes over while the holder commits, and a holder that stops in it does not hold others up")
    func within() throws {
        guard case .postgres(let url) = state.location else { return }
        let (first, second) = (try state.open(), try state.open())
        let lease = try #require(try first.acquire(lease: "shop", holder: "a", duration: .milliseconds(1)))
        let stopped = try PostgresConnection(url: url)
        // What `commit` begins with.
        try stopped.execute("BEGIN; SET LOCAL idle_in_transaction_session_timeout = '300ms'")
        try stopped.query(
            "SELECT 1 FROM errand_leases WHERE job = 'shop' AND token = $1 FOR UPDATE", [.integer(lease.token)])
        let next = try #require(try second.acquire(lease: "shop", holder: "b", duration: .seconds(60)))
        #expect(next.token > lease.token)
        // The server has ended the session that was idle in its transaction.
        #expect(throws: DatabaseError.self) { try stopped.commit() }
    }

    @Test("tokens grow also when the table of leases was lost")
    func lost() throws {
        let store = try state.open()
        let lease = try #require(try store.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        try state.execute("DELETE FROM errand_leases")
        #expect(throws: StateError.overtaken(job: "shop")) { try store.commit([], lease: lease) }
        let next = try #require(try store.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        #expect(next.token > lease.token)
    }

    @Test("of many that ask at once one gets it")
    func race() async throws {
        let location = state.location
        _ = try state.open()
        let winners = await withTaskGroup(of: Int.self) { group in
            for number in 0..<12 {
                group.addTask {
                    // Each blocks a thread for a moment.
                    guard let store = try? location.open(),
                        let lease = try? store.acquire(lease: "shop", holder: "\(number)", duration: .seconds(60))
                    else { return 0 }
                    return lease.token > 0 ? 1 : 0
                }
            }
            return await group.reduce(0, +)
        }
        #expect(winners == 1)
    }
}
