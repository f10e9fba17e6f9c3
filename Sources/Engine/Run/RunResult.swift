public import Diagnostics
import JobFile

/// How a run ended and what it did, always whole, also after a failure.
public struct RunResult: Sendable {
    /// How a run ended, in the words that `${run.outcome}` uses.
    public enum Outcome: String, Sendable {
        case success, failure, skipped, interrupted
    }

    /// The job's name.
    public var job: String
    /// How the run ended.
    public var outcome: Outcome
    /// The exit code: that of the failure that ended the run.
    public var exitCode: ExitCode
    /// Every failure, in the order in which they happened; the last one of `on_error: fail` ended the run.
    public var failures: [RunFailure] = []
    /// What went wrong without making the run fail: in `finally`, or in taking things back.
    public var warnings: [Diagnostic] = []
    /// What each call did, in the order of the job file; those that never began are not there.
    public var calls: [CallReport] = []

    /// What the user is to read: nothing about a reader of stdout that went away, as with any other command of a pipe.
    public var diagnostics: [Diagnostic] {
        warnings + failures.map(\.diagnostic).filter { $0.code != .outputClosed }
    }
}

extension RunResult {
    /// The result of a run that made no call.
    init(
        job: String, outcome: Outcome, exitCode: ExitCode, failures: [RunFailure] = [], warnings: [Diagnostic] = []
    ) {
        (self.job, self.outcome, self.exitCode) = (job, outcome, exitCode)
        (self.failures, self.warnings, calls) = (failures, warnings, [])
    }

    /// The result of a run whose calls went like this.
    init(job: Job, _ calls: CallSequence.Result) {
        var failures = calls.failures
        if let reason = calls.stopReason { failures.append(reason.failure(of: job)) }
        let endedByLast = calls.hasEnded || calls.stopReason != nil
        let exitCode = endedByLast ? failures.last?.exitCode : ExitCode.combined(failures.map(\.exitCode))
        self.init(
            job: job.name, outcome: calls.stopReason?.outcome ?? (failures.isEmpty ? .success : .failure),
            exitCode: exitCode ?? .success, failures: failures,
            warnings: calls.leftovers.map { OutputFailures.warning($0) })
        self.calls = calls.reports
    }
}
