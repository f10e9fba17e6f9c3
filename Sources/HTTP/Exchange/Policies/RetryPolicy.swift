/// When and how often a request is sent again.
public struct RetryPolicy: Sendable, Hashable {
    /// The statuses that are worth another attempt: overload and trouble that passes.
    public static let standard: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

    /// No second attempt.
    public static let none = RetryPolicy(maxAttempts: 1)

    /// The most attempts, the first included.
    public var maxAttempts: Int
    /// The upper bound of the first wait; it doubles with each attempt.
    public var baseDelay: Duration
    /// The upper bound of each wait.
    public var maxDelay: Duration
    /// The statuses that are worth another attempt.
    public var statuses: Set<Int>

    /// Makes a policy; by default 5 attempts, from 0.5 to 30 seconds apart.
    public init(
        maxAttempts: Int = 5,
        baseDelay: Duration = .milliseconds(500),
        maxDelay: Duration = .seconds(30),
        statuses: Set<Int> = RetryPolicy.standard
    ) {
        self.maxAttempts = maxAttempts
        self.baseDelay = baseDelay
        self.maxDelay = maxDelay
        self.statuses = statuses
    }

    /// Whether a status is worth another attempt: a 429 was not even looked at, the others only where twice is once.
    func allows(status: Int, isIdempotent: Bool) -> Bool {
        statuses.contains(status) && (isIdempotent || status == 429)
    }

    /// Whether a failed transfer is worth another attempt.
    func allows(_ error: TransferError, isIdempotent: Bool) -> Bool {
        guard isIdempotent || error.isNothingSent else { return false }
        switch error.kind {
        case .unresolved, .refused, .connectTimeout, .timeout, .idle, .tls, .closed, .bodyCut, .badEncoding,
            .protocolError:
            return true
        case .certificate, .clientCertificate, .bodyTooLarge, .headersTooLarge, .cancelled, .localFile, .writer, .other:
            return false
        }
    }

    /// The wait before a retry, anywhere from nothing to a bound that doubles ("full jitter").
    ///
    /// - Parameters:
    ///   - retry: the number of the retry, from 1.
    ///   - random: a number from 0 to 1.
    func delay(beforeRetry retry: Int, random: Double) -> Duration {
        var bound = baseDelay
        for _ in 1..<max(retry, 1) where bound < maxDelay { bound *= 2 }
        return min(bound, maxDelay) * random
    }
}
