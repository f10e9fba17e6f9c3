/// How much a store keeps.
public enum StateLimits {
    /// The runs that are kept of a job.
    public static let runs = 100
    /// The validators of responses that are kept of a job; without them a response is just sent anew.
    public static let validators = 10_000
    /// For how many days an idempotency key is kept that nobody has written since.
    public static let idempotencyDays = 90
    /// The longest names of one row together (job, call, key, entry), in bytes: what an index of PostgreSQL takes.
    ///
    /// Whoever has a longer one, such as a URL, hashes it.
    public static let names = 2048
    /// The longest value of a position or entry, in bytes.
    public static let value = 1 << 20
    /// The length of a record's hash, in bytes.
    public static let hash = 16
    /// The longest failure of a run in the history, in bytes.
    static let failure = 1000
}
