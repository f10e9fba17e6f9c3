import JSON
import State
import Testing

@Suite("positions of a store")
struct PositionTests {
    private let full = CallPosition(
        watermark: "2024-01-01T00:00:00Z", token: "a\u{0}b\"\\ü", fingerprint: "f1", windowEnd: "2024-01-02T00:00:00Z")

    @Test("a position is there after a commit, also for the next process", arguments: StateSubject.available)
    func kept(_ subject: StateSubject) throws {
        let state = try OpenState(subject)
        let store = try state.open()
        #expect(try store.position(.orders) == nil)
        try store.commit([.setPosition(.orders, full)], lease: nil)
        #expect(try store.position(.orders) == full)
        #expect(try state.open().position(.orders) == full)
        #expect(try store.position(StateScope(job: "shop", call: "orders", key: "eu")) == nil)
        try store.commit([.removePosition(.orders)], lease: nil)
        #expect(try state.open().position(.orders) == nil)
    }

    @Test("lists positions of a job or of all, in order", arguments: StateSubject.available)
    func list(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        let scopes = [
            StateScope(job: "Z", call: "a"), StateScope(job: "a", call: "B"), StateScope(job: "a", call: "b"),
            StateScope(job: "a", call: "b", key: "é"), StateScope(job: "ä", call: "b"),
        ]
        try store.commit(scopes.reversed().map { .setPosition($0, CallPosition(watermark: $0.key)) }, lease: nil)
        #expect(try store.positions(job: nil).map(\.scope) == scopes)
        #expect(try store.positions(job: "a").map(\.position.watermark) == ["", "", "é"])
        #expect(try store.positions(job: "a").allSatisfy { Instant($0.updatedAt) != nil })
        #expect(try store.jobs() == ["Z", "a", "ä"])
    }

    @Test("a commit does all or nothing", arguments: StateSubject.available)
    func atomic(_ subject: StateSubject) throws {
        let state = try OpenState(subject)
        let store = try state.open()
        let wrong = StateChange.addSeen(.orders, [SeenRecord(hash: [1], mark: 0)])
        #expect(throws: StateError.self) {
            try store.commit([.setPosition(.orders, full), wrong], lease: nil)
        }
        #expect(try store.position(.orders) == nil)
        #expect(try state.open().position(.orders) == nil)
        try store.commit([.setPosition(.orders, full)], lease: nil)
        #expect(try store.position(.orders) == full)
    }

    @Test("names and values that are too long are refused, in words", arguments: StateSubject.available)
    func limits(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        let long = String(repeating: "k", count: StateLimits.names)
        let error = try #require(throws: StateError.self) {
            try store.commit([.setPosition(StateScope(job: "j", call: "c", key: long), full)], lease: nil)
        }
        #expect(error.message.contains("2048"))
        // The longest that fits, of bytes that nothing can pack.
        var random = SystemRandomNumberGenerator()
        let key = String(
            (0..<StateLimits.names - 2).map { _ in Character(Unicode.Scalar(UInt8.random(in: 33...126, using: &random)))
            })
        try store.commit([.setPosition(StateScope(job: "j", call: "c", key: key), full)], lease: nil)
        #expect(try store.positions(job: "j").map(\.scope.key) == [key])
        let large = CallPosition(token: String(repeating: "t", count: StateLimits.value))
        #expect(throws: StateError.self) { try store.commit([.setPosition(.orders, large)], lease: nil) }
    }

    @Test("a position that cannot be read is an error that says how to forget it", arguments: StateSubject.available)
    func damaged(_ subject: StateSubject) throws {
        let state = try OpenState(subject)
        let store = try state.open()
        for value in ["{", "[]", "{\"watermark\": 1}", "{\"epoch\": -1}"] {
            try store.commit([.setPosition(.orders, full)], lease: nil)
            try state.execute("UPDATE errand_state_positions SET value = '\(value)'")
            let error = try #require(throws: StateError.self) { try store.position(.orders) }
            #expect(error.code == .damaged)
            #expect(error.message.contains("'orders'") && error.message.contains("errand state reset"))
            #expect(throws: StateError.self) { try store.positions(job: nil) }
            try store.reset(job: "shop", call: nil)
            #expect(try store.position(.orders) == nil)
        }
    }

    @Test("set and reset by hand raise the epoch above every position", arguments: StateSubject.available)
    func epochs(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        #expect(try store.epoch(.orders) == 0)
        try store.reset(job: "shop", call: nil)
        #expect(try store.epoch(.orders) == 1)
        #expect(try store.epoch(.lines) == 1)
        try store.set(CallPosition(watermark: "5"), for: .orders)
        #expect(try store.position(.orders) == CallPosition(watermark: "5", epoch: 2))
        #expect(try store.epoch(.orders) == 2)
        #expect(try store.epoch(.lines) == 1)
        // A full refresh raises it by itself.
        try store.commit([.setPosition(.orders, CallPosition(watermark: "9", epoch: 7))], lease: nil)
        #expect(try store.epoch(.orders) == 7)
        try store.reset(job: "shop", call: "orders")
        #expect(try store.position(.orders) == nil)
        #expect(try store.epoch(.orders) == 8)
        #expect(try store.epoch(.lines) == 1)
        try store.set(CallPosition(token: "t"), for: .lines)
        #expect(try store.epoch(.lines) == 2)
        #expect(try store.epoch(StateScope(job: "shop", call: "lines", key: "us")) == 1)
        #expect(try store.epoch(StateScope(job: "other", call: "orders")) == 0)
    }

    @Test("reset forgets a call or a job, and nothing of others", arguments: StateSubject.available)
    func reset(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        let other = StateScope(job: "other", call: "orders")
        for scope in [StateScope.orders, .lines, other] {
            try store.commit(
                [
                    .setPosition(scope, full), .setEntry(scope, kind: .count, name: "", value: .number(JSONNumber(1))),
                    .addSeen(scope, [SeenRecord(hash: hash(1), mark: 1)]),
                ], lease: nil)
        }
        try store.begin(run: RunRecord(id: "1", job: "shop", startedAt: "2024-01-01T00:00:00Z"))
        #expect(try store.reset(job: "shop", call: "orders") == 3)
        #expect(try store.position(.orders) == nil)
        #expect(try store.entry(.orders, .count, name: "") == nil)
        #expect(try store.isSeen(.orders, [hash(1)]) == [false])
        #expect(try store.position(.lines) == full)
        #expect(try store.reset(job: "shop", call: nil) == 3)
        #expect(try store.positions(job: "shop").isEmpty)
        #expect(try store.position(other) == full)
        #expect(try store.isSeen(other, [hash(1)]) == [true])
        #expect(try store.history(job: "shop", limit: 10).count == 1)
        #expect(try store.reset(job: "nobody", call: nil) == 0)
    }
}
