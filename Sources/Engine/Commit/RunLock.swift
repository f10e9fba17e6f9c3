import Diagnostics
import JobFile
import State

/// Sees to it that a job that keeps state, or asks for it, runs once at a time.
struct RunLock: Sendable {
    /// What came of an attempt.
    enum Outcome: Sendable {
        /// The lock; nil where there can be none, and none is needed.
        case taken(JobLock?)
        /// Another run is under way.
        case held(by: String)
    }

    let job: Job
    let folder: StateFolder?
    /// Whether the job keeps state, so that two runs of it at once would spoil it.
    let keepsState: Bool

    /// Takes the lock.
    ///
    /// - Throws: when there can be no lock although the job needs it, or the wait was interrupted.
    func take(_ interruption: Interruption) async throws(RunFailure) -> Outcome {
        guard let name, let folder else { return .taken(nil) }
        do throws(StateError) {
            try folder.make(folder.locks)
            let first = try JobLock.take(job: name, folder: folder.locks)
            guard case .held(let owner) = first else { return Outcome(first) }
            guard job.options.lock == .wait else { return .held(by: owner) }
            return Outcome(try await wait(name, folder.locks, interruption))
        } catch {
            // What keeps nothing is only spared a run at the same time.
            if !keepsState, error.code != .cancelled { return .taken(nil) }
            throw StateFailures.failure(error)
        }
    }

    private func wait(
        _ name: String, _ folder: String, _ interruption: Interruption
    ) async throws(StateError) -> JobLock.Outcome {
        let task = Task { () async -> Result<JobLock.Outcome, StateError> in
            do throws(StateError) {
                return .success(try await JobLock.take(job: name, folder: folder, policy: .wait))
            } catch {
                return .failure(error)
            }
        }
        interruption.observe { _ in task.cancel() }
        defer { interruption.observe(nil) }
        return try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }

    /// What the lock is of; nil for a job that keeps nothing and does not ask for one.
    private var name: String? { keepsState || job.options.lock != nil ? job.name : nil }
}

extension RunLock.Outcome {
    fileprivate init(_ outcome: JobLock.Outcome) {
        switch outcome {
        case .taken(let lock): self = .taken(lock)
        case .held(let owner): self = .held(by: owner)
        }
    }
}
