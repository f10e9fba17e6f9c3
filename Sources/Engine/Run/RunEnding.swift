/// How a run ended, as the calls of `finally` see it.
struct RunEnding: Sendable {
    var outcome: RunResult.Outcome
    var exitCode: ExitCode
    /// One line for each failure.
    var failures: [String]
}
