import JSON
import Sinks
import State
import Testing

@testable import Engine

/// What a run does that another machine has overtaken.
@Suite struct OvertakenTests {
    /// A state that several machines share, and that another one has taken over when a test says so.
    fileprivate final class SharedState: StateStore {
        let store: SQLiteState
        var isOvertaken = false

        init(path: String) throws(StateError) {
            store = try SQLiteState(path: path)
        }

        private func check(_ lease: Lease?) throws(StateError) {
            if lease != nil, isOvertaken { throw .overtaken(job: "job") }
        }

        func commit(_ changes: [StateChange], lease: Lease?) throws(StateError) {
            try check(lease)
            try store.commit(changes, lease: nil)
        }

        func renew(_ lease: Lease) throws(StateError) { try check(lease) }

        var hasLeases: Bool { true }
        var place: String { store.place }
        func position(_ scope: StateScope) throws(StateError) -> CallPosition? { try store.position(scope) }
        func positions(job: String?) throws(StateError) -> [KeptPosition] { try store.positions(job: job) }
        func epoch(_ scope: StateScope) throws(StateError) -> Int { try store.epoch(scope) }
        func entry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(StateError) -> JSONValue? {
            try store.entry(scope, kind, name: name)
        }
        func entries(job: String, _ kind: EntryKind) throws(StateError) -> [StateEntry] {
            try store.entries(job: job, kind)
        }
        func isSeen(_ scope: StateScope, _ hashes: [[UInt8]]) throws(StateError) -> [Bool] {
            try store.isSeen(scope, hashes)
        }
        func begin(run: RunRecord) throws(StateError) { try store.begin(run: run) }
        func end(run: RunRecord) throws(StateError) { try store.end(run: run) }
        func history(job: String?, limit: Int) throws(StateError) -> [RunRecord] {
            try store.history(job: job, limit: limit)
        }
        func reset(job: String, call: String?) throws(StateError) -> Int { try store.reset(job: job, call: call) }
        func set(_ position: CallPosition, for scope: StateScope) throws(StateError) {
            try store.set(position, for: scope)
        }
        func jobs() throws(StateError) -> [String] { try store.jobs() }
        func acquire(lease job: String, holder: String, duration: Duration) throws(StateError) -> Lease? {
            Lease(job: job, holder: holder, token: 1, duration: duration)
        }
        func release(_ lease: Lease) throws(StateError) {}
        func holder(ofLease job: String) throws(StateError) -> String? { nil }
    }

    private let folder: TemporaryDirectory
    private let store = OutputStore(job: "job")

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func file(_ name: String, mode: SinkConfiguration.Mode) -> SinkConfiguration {
        SinkConfiguration(target: .file(folder.path(name)), format: .jsonl, mode: mode)
    }

    @Test func writesNothingMore() async throws {
        try folder.write("a.jsonl", "0\n")
        try folder.write("b.jsonl", "yesterday\n")
        let path = folder.path("state.db")
        try await store.share { try SharedState(path: path) }
        let batch = RecordBatch([try JSONNode("1")])
        let configurations = [file("a.jsonl", mode: .append), file("b.jsonl", mode: .replace)]
        try await store.put(batch, spool: nil, to: configurations, for: "call", page: nil)
        await store.overtake()
        let error = try await #require(throws: OutputError.self) { try await store.publish() }
        guard case .state(let failure) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(failure.code == .overtaken)
        #expect(OutputFailures.failure(error, at: nil).exitCode == .tryLater)
        #expect(folder.text("a.jsonl") == "0\n")
        #expect(folder.text("b.jsonl") == "yesterday\n")
        await #expect(throws: StateError.self) { try await store.renewLease() }
    }
}

extension OutputStore {
    /// Opens a state with a lease.
    fileprivate func share(_ open: @Sendable () throws -> any StateStore) throws {
        state = OpenState(
            store: try open(), lease: Lease(job: job, holder: "here", token: 1, duration: .seconds(60)))
    }

    /// Another machine takes the job over.
    fileprivate func overtake() {
        (state?.store as? OvertakenTests.SharedState)?.isOvertaken = true
    }
}
