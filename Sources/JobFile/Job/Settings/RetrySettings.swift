/// When and how often a request is sent again: `retry`.
public struct RetrySettings: Sendable, Hashable {
    /// The statuses that are worth another attempt where nothing else is said.
    public static let standardStatuses = [408, 425, 429, 500, 502, 503, 504]

    /// The most attempts, the first included; 1 for none but the first.
    ///
    /// Default 5.
    public var maxAttempts: Int
    /// The upper bound of the first wait; it doubles with each attempt.
    ///
    /// Default 500 ms.
    public var baseDelay: Duration
    /// The upper bound of each wait.
    ///
    /// Default 30 s.
    public var maxDelay: Duration
    /// The statuses that are worth another attempt.
    public var statuses: [Int]

    /// Makes settings; the defaults are those of the language.
    public init(
        maxAttempts: Int = 5,
        baseDelay: Duration = .milliseconds(500),
        maxDelay: Duration = .seconds(30),
        statuses: [Int] = RetrySettings.standardStatuses
    ) {
        self.maxAttempts = maxAttempts
        self.baseDelay = baseDelay
        self.maxDelay = maxDelay
        self.statuses = statuses
    }
}
