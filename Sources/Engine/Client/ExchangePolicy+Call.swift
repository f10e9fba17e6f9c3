import HTTP
import JobFile

extension ExchangePolicy {
    /// The policies that a call asks for.
    init(_ call: Call, allowsHTTP: Bool) {
        self.init(
            retry: RetryPolicy(
                maxAttempts: call.retry.maxAttempts, baseDelay: call.retry.baseDelay, maxDelay: call.retry.maxDelay,
                statuses: Set(call.retry.statuses)),
            maxRedirects: call.redirects,
            maxWait: call.maxWait,
            rateLimit: call.rateLimit.map { RateLimit(count: $0.count, per: $0.per) },
            allowSecretsOverHTTP: allowsHTTP)
    }
}

extension RuleMatcher {
    /// What the exchange is to make of an answer.
    func verdict(of response: HTTPResponse) -> AnswerVerdict {
        switch match(response)?.action {
        case nil: .ordinary
        case .ok, .skip, .stop, .fail, .reset: .accept
        case .retry: .retry
        case .reauthorize: .reauthorize
        }
    }
}
