/// What one call of a run did.
public struct CallReport: Sendable, Hashable {
    /// How a call ended.
    public enum Outcome: String, Sendable {
        case done, skipped, failed
    }

    /// The call's name.
    public var name: String
    /// How it ended.
    public var outcome: Outcome = .done
    /// Answers received, pages included.
    public var responses = 0
    /// Records that went to its outputs.
    public var records = 0
    /// Bytes of decoded bodies.
    public var bytes = 0
    /// Attempts beyond the first of each request.
    public var retries = 0
    /// The time that its requests waited: for retries, for rate limits, because the API asked for it.
    public var waited = Duration.zero
    /// How long it took.
    public var duration = Duration.zero

    init(name: String) {
        self.name = name
    }
}
