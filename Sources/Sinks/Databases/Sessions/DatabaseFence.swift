/// What a database holds against runs that were overtaken by another one of the same job.
public struct DatabaseFence: Sendable, Hashable {
    /// The name of the job.
    public let job: String
    /// The number of the run's lease, which grows from one to the next.
    public let token: Int64

    /// A fence from its parts.
    public init(job: String, token: Int64) {
        self.job = job
        self.token = token
    }
}
