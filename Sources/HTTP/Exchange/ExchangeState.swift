/// Where an exchange stands, and what follows from what came: decisions only.
struct ExchangeState: Sendable {
    let policy: ExchangePolicy
    /// What is sent next, without what an authorizer adds.
    private(set) var request: HTTPRequest
    /// How often a request was sent, redirects and all.
    private(set) var sent = 0
    /// How often it was sent again because it had failed.
    private(set) var retries = 0
    private(set) var redirects = 0
    /// Whether an authorizer is asked for a credential.
    private(set) var isAuthorizing: Bool

    private var isRenewed = false
    /// Whether the credential at hand was proved anew already.
    private var isProvedAgain = false
    private var paidRetries = 0
    private var redirectPolicy: RedirectPolicy

    init(_ request: HTTPRequest, _ policy: ExchangePolicy, hasAuthorizer: Bool) {
        self.request = request
        self.policy = policy
        isAuthorizing = hasAuthorizer
        redirectPolicy = RedirectPolicy(limit: policy.maxRedirects)
    }

    /// The number of the attempt that is next or under way.
    var attempt: Int { retries + 1 }

    /// Notes that a request goes out.
    ///
    /// - Parameter hasCredential: whether the authorizer added one. Once a redirect has led to where it adds none, it
    ///   is not asked again: the way back may be somebody else's doing (CVE-2024-45336 of Go).
    mutating func noteSending(hasCredential: Bool) {
        sent += 1
        if request.isRedirected, !hasCredential { isAuthorizing = false }
    }

    /// Notes that the body has come further: the attempts up to here are forgotten.
    mutating func noteProgress() {
        paidRetries = 0
    }

    /// Notes that there is another credential.
    mutating func noteRenewal() {
        isRenewed = true
        isProvedAgain = false
    }

    /// Whether another proof of the same credential may be sent; it is noted as sent.
    mutating func takeProof() -> Bool {
        defer { isProvedAgain = true }
        return !isProvedAgain
    }

    /// What follows from an answer.
    ///
    /// - Parameters:
    ///   - pause: how long the host wants to be left alone.
    ///   - isRateLimited: whether the answer means "too many requests", whatever its status.
    ///   - mayRenew: whether the authorizer has not yet been asked about this answer.
    mutating func step(
        after response: HTTPResponse, _ verdict: AnswerVerdict, pause: Duration?,
        isRateLimited: Bool, mayRenew: Bool = true
    ) -> ExchangeStep {
        switch verdict {
        case .accept:
            return .finish
        case .reauthorize:
            return canRenew && mayRenew ? .renew(isForced: true) : .finish
        case .retry:
            return again(reason: "a rule says so", pause: pause)
        case .ordinary:
            if 200...299 ~= response.status { return .finish }
            if canRenew, mayRenew { return .renew(isForced: false) }
        }
        switch redirectPolicy.decide(response, to: request, isAuthorized: isAuthorizing) {
        case .follow(let next):
            request = next
            redirects += 1
            return .redirect(next)
        case .refuse(let reason): return .fail(.redirect(reason))
        case .none: break
        }
        // A request that was one too many was not looked at, so that it may be sent again whatever it does.
        let status = isRateLimited ? 429 : response.status
        guard policy.retry.allows(status: status, isIdempotent: request.isIdempotent) else { return .finish }
        return again(reason: "status \(response.status)", pause: pause)
    }

    /// What follows from a failed transfer.
    mutating func step(after error: TransferError) -> ExchangeStep {
        if error.kind == .cancelled { return .fail(.cancelled) }
        guard policy.retry.allows(error, isIdempotent: request.isIdempotent) else { return .fail(.transfer(error)) }
        let step = again(reason: error.message, pause: nil)
        if case .finish = step { return .fail(.transfer(error)) }
        return step
    }

    /// Whether another credential may still be asked for: once.
    var mayReplaceCredential: Bool { !isRenewed }

    private var canRenew: Bool { isAuthorizing && (!isRenewed || !isProvedAgain) }

    private mutating func again(reason: String, pause: Duration?) -> ExchangeStep {
        guard policy.retry.maxAttempts > 1 else { return .finish }
        if let pause {
            retries += 1
            return .resend(after: pause)
        }
        guard paidRetries + 1 < policy.retry.maxAttempts else { return .finish }
        paidRetries += 1
        retries += 1
        return .retry(paidRetries, reason: reason)
    }
}
