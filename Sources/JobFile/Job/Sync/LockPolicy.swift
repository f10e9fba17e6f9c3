/// What happens when another run of the job is under way: `options.lock`.
public enum LockPolicy: String, Sendable, Hashable, CaseIterable {
    /// The run ends with exit code 75.
    case fail
    /// The run begins when the other one has ended.
    case wait
    /// The run ends at once, as a success with nothing done.
    case skip
}
