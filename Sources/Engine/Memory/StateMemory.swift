import JSON
import State

/// What calls remember, in the state of the job.
struct StateMemory: CallMemory {
    let job: String
    let outputs: OutputStore
    /// Whether everything is to be asked for again.
    let isFullRefresh: Bool

    func validators(of id: MemoryID) async throws(RunFailure) -> Validators? {
        guard !isFullRefresh else { return nil }
        return try await entry(.validators, id).flatMap { Validators(json: $0) }
    }

    func note(_ validators: Validators?, of id: MemoryID) async throws(RunFailure) {
        let change: StateChange =
            validators.map { .setEntry(scope(id), kind: .validators, name: id.name, value: $0.json) }
            ?? .removeEntry(scope(id), kind: .validators, name: id.name)
        await outputs.stage(change, of: id.call)
    }

    func pendingKey(of id: MemoryID) async throws(RunFailure) -> PendingKey? {
        try await entry(.idempotency, id).flatMap { PendingKey(json: $0) }
    }

    func keep(_ key: PendingKey, of id: MemoryID) async throws(RunFailure) {
        try await keepNow(.setEntry(scope(id), kind: .idempotency, name: id.name, value: key.json))
    }

    func confirm(_ id: MemoryID) async throws(RunFailure) {
        await outputs.stage(.removeEntry(scope(id), kind: .idempotency, name: id.name), of: id.call)
    }

    func forget(_ id: MemoryID) async throws(RunFailure) {
        try await keepNow(.removeEntry(scope(id), kind: .idempotency, name: id.name))
    }

    private func scope(_ id: MemoryID) -> StateScope { StateScope(job: job, call: id.call, key: id.key) }

    private func entry(_ kind: EntryKind, _ id: MemoryID) async throws(RunFailure) -> JSONValue? {
        do throws(OutputError) {
            return try await outputs.entry(scope(id), kind, name: id.name)
        } catch {
            throw OutputFailures.failure(error, at: nil)
        }
    }

    private func keepNow(_ change: StateChange) async throws(RunFailure) {
        do throws(OutputError) {
            try await outputs.keepNow([change])
        } catch {
            throw OutputFailures.failure(error, at: nil)
        }
    }
}
