/// What holds for the run as a whole: `options`.
public struct RunOptions: Sendable, Hashable {
    /// How long the run may take; nil without a limit.
    public let deadline: Duration?
    /// The time zone of `run.date` and of dates without one, by its name in the zone database; nil for UTC.
    public let timeZone: String?
    /// Whether tokens and secrets may go over plain `http` to hosts other than loopback.
    public let allowHTTP: Bool
    /// What happens when another run of the job is under way; nil where nothing is said: a job that keeps state fails,
    /// any other may run as often as one likes.
    public let lock: LockPolicy?

    /// Makes options; the defaults are those of the language.
    public init(
        deadline: Duration? = nil, timeZone: String? = nil, allowHTTP: Bool = false, lock: LockPolicy? = nil
    ) {
        self.deadline = deadline
        self.timeZone = timeZone
        self.allowHTTP = allowHTTP
        self.lock = lock
    }
}
