import HTTP
import Synchronization

/// What the token sources of a run know together about servers: metadata, DPoP nonces, clocks, refresh tokens under way.
final class SharedServers: Sendable {
    /// The nonces that servers gave for proofs.
    let nonces = DPoPNonces()
    /// How far the clocks of servers are from ours.
    let clocks = ServerClocks()
    /// The refresh tokens that are being spent.
    let spendings = Spendings()
    private let searches = Mutex<[MetadataKey: Search]>([:])

    /// Metadata that is asked for, or was.
    private struct Search {
        let task: Task<Result<ServerMetadata, TokenFailure>, Never>
        /// How many want it and were not cancelled.
        var callers = 0
    }

    init() {}

    /// The metadata of an issuer: asked for once a run, whoever needs it; after a failure again.
    ///
    /// The search goes on as long as anybody waits for it.
    func metadata(
        _ key: MetadataKey, fetch: @escaping @Sendable () async -> Result<ServerMetadata, TokenFailure>
    ) async throws(TokenFailure) -> ServerMetadata {
        let task = searches.withLock { searches in
            // A task of its own: that one of those who wait is cancelled is nothing to the others.
            var search = searches[key] ?? Search(task: Task { await fetch() })
            search.callers += 1
            searches[key] = search
            return search.task
        }
        let outcome = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            leave(key, task)
        }
        if case .failure(let failure) = outcome {
            searches.withLock { if $0[key]?.task == task { $0[key] = nil } }
            throw failure
        }
        return try outcome.get()
    }

    /// Ends a search that nobody waits for any more.
    private func leave(_ key: MetadataKey, _ task: Task<Result<ServerMetadata, TokenFailure>, Never>) {
        let isAbandoned = searches.withLock { searches in
            guard searches[key]?.task == task else { return false }
            searches[key]?.callers -= 1
            guard searches[key]?.callers == 0 else { return false }
            searches[key] = nil
            return true
        }
        if isAbandoned { task.cancel() }
    }
}

/// What metadata depends on: the issuer, and the way there.
struct MetadataKey: Sendable, Hashable {
    let issuer: String
    let options: TransferOptions
}
