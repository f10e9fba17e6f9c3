/// The exit code of a run: a fixed table, documented for cron and monitors.
public enum ExitCode: Int32, Sendable, Hashable, CaseIterable {
    /// All done.
    case success = 0
    /// A call failed: a status that is not 2xx, a bad body, the deadline, a truncated result.
    case callFailed = 1
    /// A written expectation did not hold.
    case expectationFailed = 2
    /// The command line is wrong.
    case usage = 64
    /// The input is not valid JSON (`errand query`).
    case invalidInput = 65
    /// The API could not be reached.
    case unavailable = 69
    /// An output could not be written.
    case cannotWrite = 73
    /// Not now: another run of the job is under way, or the API asks for a longer wait than allowed.
    case tryLater = 75
    /// No token: the server refused, or the credentials are wrong.
    case noToken = 77
    /// The job file is wrong.
    case invalidJob = 78
    /// Interrupted by SIGINT.
    case interrupted = 130
    /// Ended by SIGTERM.
    case terminated = 143

    /// The exit code of several jobs: the first of a fixed order that any of them ended with.
    ///
    /// - Parameter codes: one for each job; none means success.
    public static func combined(_ codes: [ExitCode]) -> ExitCode {
        let order: [ExitCode] = [
            .interrupted, .terminated, .invalidJob, .cannotWrite, .noToken, .unavailable, .callFailed,
            .expectationFailed, .tryLater,
        ]
        return order.first(where: codes.contains) ?? codes.first { $0 != .success } ?? .success
    }
}
