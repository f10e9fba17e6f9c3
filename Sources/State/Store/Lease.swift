/// The right to run a job for a while, where several machines share a state.
public struct Lease: Sendable, Hashable {
    /// The job's name.
    public let job: String
    /// Who has it, a name that no other process uses.
    public let holder: String
    /// The fencing token: greater than that of every lease of this job before.
    ///
    /// A store that has seen a greater one refuses what an earlier holder still sends.
    public let token: Int64
    /// For how long it was granted, each time.
    public let duration: Duration

    /// A lease from its parts.
    public init(job: String, holder: String, token: Int64, duration: Duration) {
        self.job = job
        self.holder = holder
        self.token = token
        self.duration = duration
    }
}
