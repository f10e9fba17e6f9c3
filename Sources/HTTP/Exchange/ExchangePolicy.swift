/// How an exchange behaves when things do not go straight.
public struct ExchangePolicy: Sendable, Hashable {
    /// When and how often a request is sent again.
    public var retry: RetryPolicy
    /// The most redirects that are followed; with 0 a redirect is an answer like any other.
    public var maxRedirects: Int
    /// The longest that a request waits in all because servers asked for it.
    public var maxWait: Duration
    /// The most requests to a host in so much time.
    public var rateLimit: RateLimit?
    /// Whether secrets may go over plain `http` to other machines.
    public var allowSecretsOverHTTP: Bool

    /// Makes a policy.
    public init(
        retry: RetryPolicy, maxRedirects: Int, maxWait: Duration, rateLimit: RateLimit?, allowSecretsOverHTTP: Bool
    ) {
        self.retry = retry
        self.maxRedirects = maxRedirects
        self.maxWait = maxWait
        self.rateLimit = rateLimit
        self.allowSecretsOverHTTP = allowSecretsOverHTTP
    }
}
