import HTTP

/// How requests to an authorization server behave when things do not go straight.
enum TokenExchangePolicy {
    /// The longest that a run waits for a server that asks for patience.
    static let maxWait = Duration.seconds(300)

    /// For a request that is worth several attempts.
    ///
    /// A refusal is not: it would be refused again.
    static let patient = ExchangePolicy(
        retry: RetryPolicy(statuses: Set([408, 429] + Array(500...599))), maxRedirects: 0, maxWait: maxWait,
        rateLimit: nil, allowSecretsOverHTTP: true)

    /// For a request that is sent once, now.
    static let once = ExchangePolicy(
        retry: .none, maxRedirects: 0, maxWait: .zero, rateLimit: nil, allowSecretsOverHTTP: true)
}
