/// What a position belongs to: a call of a job, and in a `for_each` one of its items.
public struct StateScope: Sendable, Hashable {
    /// The job's name.
    public let job: String
    /// The call's name.
    public let call: String
    /// The item of a `for_each`, by its `key`; empty without.
    public let key: String

    /// A scope of these names.
    public init(job: String, call: String, key: String = "") {
        self.job = job
        self.call = call
        self.key = key
    }
}
