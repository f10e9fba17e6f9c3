import Database
import Foundation
import Secrets
import State
import Testing

@Suite("PostgresState", .needsPostgres)
struct PostgresStateTests {
    private let state: OpenState

    init() throws {
        state = try OpenState(.postgres)
    }

    @Test("a connection that was lost is made again, also for a commit under a lease")
    func reconnects() throws {
        guard case .postgres(let url) = state.location else { return }
        let name = "victim \(UUID().uuidString)"
        let encoded = name.replacing(" ", with: "%20")
        let store = try PostgresState(url: Secret(url.reveal() + "&application_name=" + encoded))
        let lease = try #require(try store.acquire(lease: "shop", holder: "a", duration: .seconds(60)))
        let killer = try PostgresConnection(url: url)
        for number in 1...2 {
            let killed = try killer.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", [.text(name)])
            #expect(killed == [[.bool(true)]])
            let position = CallPosition(watermark: "\(number)")
            if number == 1 { try store.commit([.setPosition(.orders, position)], lease: lease) }
            #expect(try store.position(.orders) == CallPosition(watermark: "1"))
        }
    }

    @Test("a state of a newer version is refused")
    func newer() throws {
        _ = try state.open()
        try state.execute("UPDATE errand_meta SET value = '2' WHERE name = 'version'")
        #expect(try #require(throws: StateError.self) { try state.open() }.code == .newer)
    }

    @Test("many that make the tables at once make them once")
    func concurrent() async throws {
        let location = state.location
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { _ = try location.open() } }
            try await group.waitForAll()
        }
    }

    @Test("no message has the password in it")
    func password() throws {
        let server = try PostgresServer.shared()
        let error = try #require(throws: StateError.self) {
            try PostgresState(url: Secret(server.url(password: "hunter2-wrong")))
        }
        #expect(error.code == .cannotOpen)
        #expect(!error.message.contains("hunter2-wrong"))
        #expect(try !state.open().place.contains(server.password))
    }

    @Test("a server that is not there is an error")
    func noServer() throws {
        let error = try #require(throws: StateError.self) {
            try PostgresState(url: Secret("postgres://errand@127.0.0.1:1/none"))
        }
        #expect(error.code == .cannotOpen)
    }
}
