/// Whose records a table gets: names the row of its position in the database.
public struct SinkOwner: Sendable, Hashable {
    /// The name of the job.
    public let job: String
    /// The name of the call.
    public let call: String
    /// The key of the item in a call with `for_each`; empty without.
    public let key: String

    /// An owner from its parts.
    public init(job: String, call: String, key: String = "") {
        self.job = job
        self.call = call
        self.key = key
    }
}
