import Sinks
import State

extension OutputStore {
    /// Opens the state, and completes what runs that died have left undone.
    ///
    /// - Returns: nil; or who has the job's lease, where several machines share the state, and the lease is not free.
    func openState(at location: StateLocation, folder: StateFolder?, holder: String) throws(OutputError) -> String? {
        do throws(StateError) {
            if state == nil {
                guard let store = try location.open(folder: folder) else {
                    throw StateError(.cannotOpen, "there is no state")
                }
                state = OpenState(store: store)
            }
            guard let store = state?.store, store.hasLeases else { return nil }
            guard let lease = try store.acquire(lease: job, holder: holder, duration: Self.leaseDuration) else {
                return try store.holder(ofLease: job) ?? "another machine"
            }
            state?.lease = lease
            databases.fence = DatabaseFence(job: job, token: lease.token)
            databases.beforeCommit = { try store.commit([], lease: lease) }
            return nil
        } catch {
            throw .state(error)
        }
    }

    /// How long a lease lasts that is not renewed.
    static let leaseDuration = Duration.seconds(60)

    /// Whether there is a lease that has to be renewed.
    var hasLease: Bool { state?.lease != nil }

    /// Makes the lease last; that the server cannot be asked at the moment is no error as long as the lease lasts.
    ///
    /// - Throws: that another machine has it.
    func renewLease() throws(StateError) {
        guard let state, let lease = state.lease else { return }
        do throws(StateError) {
            try state.store.renew(lease)
        } catch {
            if error.code == .overtaken { throw error }
        }
    }

    /// Completes the publications of runs that died half way, and cuts off what they have added without committing it.
    func recover() throws(OutputError) {
        do throws(SinkError) {
            _ = try publications?.recover()
        } catch {
            throw .sink(error)
        }
        try recoverAppended()
    }

    /// Notes that the run has begun.
    func begin(_ run: RunRecord) throws(OutputError) {
        do throws(StateError) {
            try state?.store.begin(run: run)
        } catch {
            throw .state(error)
        }
    }

    /// Notes how the run has ended, and gives back the right to run the job.
    func end(_ run: RunRecord) throws(StateError) {
        guard let state else { return }
        defer { self.state = nil }
        // A run that was overtaken says nothing any more: the history goes on with the other one.
        do throws(StateError) {
            try state.store.commit([], lease: state.lease)
            try state.store.end(run: run)
            if let lease = state.lease { try state.store.release(lease) }
        } catch {
            if error.code != .overtaken { throw error }
        }
    }
}
