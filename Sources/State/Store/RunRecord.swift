/// A run in the history of its job.
public struct RunRecord: Sendable, Hashable {
    /// The run's own identifier.
    public var id: String
    /// The job's name.
    public var job: String
    /// When it began, RFC 3339 in UTC.
    public var startedAt: String
    /// When it ended, RFC 3339 in UTC; nil as long as it goes on, and for one that died.
    public var endedAt: String?
    /// How it ended: `success`, `failure`, `interrupted`, or ``died``; nil as long as it goes on.
    public var outcome: String?
    /// The exit code of its process; nil as long as it goes on, and for one that died.
    public var exitCode: Int?
    /// How many records it wrote.
    public var records: Int
    /// The first failure, in one line without secrets; nil when all went well.
    public var failure: String?

    /// The outcome of a run that was killed: no end of it was kept, and another one has begun since.
    public static let died = "died"

    /// A record of a run.
    public init(
        id: String, job: String, startedAt: String, endedAt: String? = nil, outcome: String? = nil,
        exitCode: Int? = nil, records: Int = 0, failure: String? = nil
    ) {
        self.id = id
        self.job = job
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.outcome = outcome
        self.exitCode = exitCode
        self.records = records
        self.failure = failure
    }
}
