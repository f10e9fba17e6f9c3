import HTTP
import Synchronization

@testable import Engine

/// A memory whose state can be looked at, and is committed by hand.
final class TestMemory: CallMemory {
    private struct State {
        var validators: [MemoryID: Validators] = [:]
        var keys: [MemoryID: PendingKey] = [:]
        var staged: [@Sendable (inout State) -> Void] = []
    }

    private let state = Mutex(State())

    /// The keys that are kept.
    var keys: [PendingKey] { state.withLock { Array($0.keys.values) } }
    /// The validators that are kept.
    var kept: [Validators] { state.withLock { Array($0.validators.values) } }

    /// The run ended well.
    func commit() {
        state.withLock { state in
            let staged = state.staged
            state.staged = []
            for change in staged { change(&state) }
        }
    }

    /// The run failed, or died.
    func drop() {
        state.withLock { $0.staged = [] }
    }

    func validators(of id: MemoryID) async throws(RunFailure) -> Validators? {
        state.withLock { $0.validators[id] }
    }

    func note(_ validators: Validators?, of id: MemoryID) async throws(RunFailure) {
        state.withLock { $0.staged.append { $0.validators[id] = validators } }
    }

    func pendingKey(of id: MemoryID) async throws(RunFailure) -> PendingKey? {
        state.withLock { $0.keys[id] }
    }

    func keep(_ key: PendingKey, of id: MemoryID) async throws(RunFailure) {
        state.withLock { $0.keys[id] = key }
    }

    func confirm(_ id: MemoryID) async throws(RunFailure) {
        state.withLock { $0.staged.append { $0.keys[id] = nil } }
    }

    func forget(_ id: MemoryID) async throws(RunFailure) {
        state.withLock { $0.keys[id] = nil }
    }
}

extension Harness {
    /// Loads and runs a job that remembers.
    func run(
        _ text: String, memory: any CallMemory, _ transport: any Transport, clock: (any HTTPClock)? = nil
    ) async throws -> RunResult {
        let job = try await load(text)
        var settings = RunSettings(
            transport: transport, clock: clock ?? self.clock, redactor: redactor, observer: observer,
            interruption: interruption, outputFolder: out.path, workingFolder: work.path,
            environment: ["TMPDIR": work.path, "XDG_STATE_HOME": work.path("state")])
        settings.memory = memory
        return await JobRun(job, settings: settings).run()
    }
}
