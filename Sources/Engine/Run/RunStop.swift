import Diagnostics
import JobFile
import State
import Synchronization

/// Stops the calls of a run before their end, once, and remembers why.
final class RunStop: Sendable {
    /// Why a run is stopped.
    enum Reason: Equatable {
        case interrupted(ExitCode)
        case deadline(Duration)
        /// Another machine has the job's lease.
        case overtaken(StateError)
    }

    private struct State {
        var reason: Reason?
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Why the run is stopped; nil while it is not.
    var reason: Reason? { state.withLock { $0.reason } }

    /// Stops the run; only the first reason counts.
    func stop(_ reason: Reason) {
        let cancel = state.withLock { state -> (@Sendable () -> Void)? in
            guard state.reason == nil else { return nil }
            state.reason = reason
            return state.cancel
        }
        cancel?()
    }

    /// Says how the work is cancelled; at once when the run is stopped already.
    func attach(_ cancel: @escaping @Sendable () -> Void) {
        let isStopped = state.withLock { state in
            state.cancel = cancel
            return state.reason != nil
        }
        if isStopped { cancel() }
    }
}

extension RunStop.Reason {
    /// How a run that was stopped ends.
    var outcome: RunResult.Outcome {
        switch self {
        case .interrupted: .interrupted
        case .deadline, .overtaken: .failure
        }
    }

    /// What the user reads.
    func failure(of job: Job) -> RunFailure {
        switch self {
        case .interrupted(let code):
            let signal = code == .terminated ? "SIGTERM" : "SIGINT"
            return RunFailure(
                code,
                Diagnostic(
                    code: .interrupted, severity: .error, title: "the run was interrupted by \(signal)",
                    notes: ["what was not published yet was taken back"]))
        case .overtaken(let error):
            return StateFailures.failure(error)
        case .deadline(let limit):
            return RunFailure(
                .callFailed,
                Diagnostic(
                    code: .deadlinePassed, severity: .error,
                    title: "the run took longer than its deadline of \(limit.formattedSeconds)",
                    notes: ["what was not published yet was taken back", "options: {deadline: …} sets the limit"]))
        }
    }
}
