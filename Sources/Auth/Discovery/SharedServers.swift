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
    private let metadata = Mutex<[MetadataKey: Task<Result<ServerMetadata, TokenFailure>, Never>]>([:])

    init() {}

    /// The metadata of an issuer: asked for once a run, whoever needs it; after a failure again.
    func metadata(
        _ key: MetadataKey, fetch: @escaping @Sendable () async -> Result<ServerMetadata, TokenFailure>
    ) async throws(TokenFailure) -> ServerMetadata {
        let task = metadata.withLock { tasks in
            if let task = tasks[key] { return task }
            // A task of its own: that one of those who wait is cancelled is nothing to the others.
            let task = Task { await fetch() }
            tasks[key] = task
            return task
        }
        let outcome = await task.value
        if case .failure(let failure) = outcome {
            metadata.withLock { if $0[key] == task { $0[key] = nil } }
            throw failure
        }
        return try outcome.get()
    }
}

/// What metadata depends on: the issuer, and the way there.
struct MetadataKey: Sendable, Hashable {
    let issuer: String
    let options: TransferOptions
}
