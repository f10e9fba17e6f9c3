/// Why a run of an exchange ends early.
struct ExchangeFailure: Error {
    let kind: ExchangeError.Kind
}

/// The effects of one exchange, as its state decides them.
struct ExchangeRun {
    private let exchange: Exchange
    private let destination: BodyDestination
    /// What an attempt that breaks off leaves for the next one.
    private let body: ResumableBody?
    private(set) var state: ExchangeState
    private var patience: Patience

    init(_ exchange: Exchange, _ request: HTTPRequest, to destination: BodyDestination) {
        self.exchange = exchange
        if case .writer(let writer, let limit) = destination {
            let body = ResumableBody(writer, limit: limit, isDecoded: request.options.isDecoded)
            self.body = body
            self.destination = .writer(body, limit: limit)
        } else {
            body = nil
            self.destination = destination
        }
        state = ExchangeState(request, exchange.policy, hasAuthorizer: exchange.authorizer != nil)
        patience = Patience(exchange)
    }

    /// Runs to the end.
    mutating func result() async throws(ExchangeFailure) -> ExchangeResult {
        while true {
            try await patience.waitForTurn(at: state.request.url)
            let request = try await authorized()
            exchange.observe(.requestSent(request, attempt: state.attempt))
            let answer: HTTPResponse
            do throws(TransferError) {
                answer = try await sent(request)
            } catch {
                try await goOn(after: error)
                continue
            }
            // What the authorizer adds to a URL is nobody else's business.
            let response = answer.located(at: state.request.url)
            exchange.observe(.responseReceived(response))
            exchange.authorizer?.observe(response, to: request)
            if try await isLast(response, to: request) {
                return ExchangeResult(
                    response: response, retries: state.retries, redirects: state.redirects, waited: patience.waited)
            }
        }
    }

    /// Sends a request once; what came of an earlier attempt counts.
    private func sent(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        let answer = try await exchange.transport.send(request, to: destination)
        guard let body else { return answer }
        guard !body.isRefused(by: answer) else {
            throw TransferError(.bodyCut, message: "the server does not have the rest of the body")
        }
        return try body.complete(answer)
    }

    /// The request with its credential, checked for where it goes.
    private mutating func authorized() async throws(ExchangeFailure) -> HTTPRequest {
        var request = state.request
        body?.prepare(&request)
        let bare = request
        // Nobody needs a token that must not be sent.
        if !request.isRedirected { try check(request, hasSecret: request.hasSecret || state.isAuthorizing) }
        if let authorizer = exchange.authorizer, state.isAuthorizing {
            do throws(AuthorizationFailure) {
                try await authorizer.authorize(&request)
            } catch {
                throw ExchangeFailure(kind: Task.isCancelled ? .cancelled : .authorization(error))
            }
        }
        let hasCredential = request != bare
        if request.isRedirected {
            let isSecret =
                request.body.isSecret || request.awsSignature != nil || request.headers.contains(where: \.isSecret)
            try check(request, hasSecret: isSecret || hasCredential)
        }
        if Task.isCancelled { throw ExchangeFailure(kind: .cancelled) }
        state.noteSending(hasCredential: hasCredential)
        return request
    }

    /// Keeps secrets off the open wire.
    private func check(_ request: HTTPRequest, hasSecret: Bool) throws(ExchangeFailure) {
        guard hasSecret, !exchange.policy.allowSecretsOverHTTP, request.options.unixSocket == nil,
            let url = HTTPURL(request.url), url.scheme == "http", !url.isLoopback
        else { return }
        throw ExchangeFailure(kind: .plainHTTP(host: url.origin.authority))
    }

    /// Does what follows from an answer; true when it is the one to end with.
    private mutating func isLast(_ response: HTTPResponse, to request: HTTPRequest) async throws(ExchangeFailure)
        -> Bool
    {
        if response.status < 400 { exchange.limits.earnRetry() }
        let verdict = exchange.classify(response)
        let pause = notePause(response, verdict)
        let isRateLimited = isRateLimited(response)
        var step = state.step(
            after: response, verdict, pause: pause, isRateLimited: isRateLimited)
        if case .renew(let isForced) = step {
            if try await isRenewed(after: response, of: request, isForced: isForced) { return false }
            step = state.step(
                after: response, verdict, pause: pause, isRateLimited: isRateLimited,
                mayRenew: false)
        }
        switch step {
        case .finish, .renew: return true
        case .resend(let pause):
            try patience.accept(pause)
            return false
        case .fail(let kind): throw ExchangeFailure(kind: kind)
        case .redirect(let next):
            exchange.observe(.redirected(to: next.url))
            return false
        case .retry(let number, let reason):
            guard exchange.limits.spendRetry() else { return true }
            try await patience.backOff(retry: number, reason: reason)
            return false
        }
    }

    /// Waits for the next attempt after a failed one.
    private mutating func goOn(after error: TransferError) async throws(ExchangeFailure) {
        // An attempt that brought something is no attempt in vain.
        if body?.hasProgressed() == true { state.noteProgress() }
        switch state.step(after: error) {
        case .retry(let number, let reason) where exchange.limits.spendRetry():
            try await patience.backOff(retry: number, reason: reason)
        case .fail(let kind): throw ExchangeFailure(kind: kind)
        default: throw ExchangeFailure(kind: .transfer(error))
        }
    }

    private mutating func isRenewed(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(ExchangeFailure) -> Bool {
        guard let authorizer = exchange.authorizer else { return false }
        if authorizer.wantsAnotherProof(after: response, to: request) { return state.takeProof() }
        guard state.mayReplaceCredential else { return false }
        do throws(AuthorizationFailure) {
            guard try await authorizer.renew(after: response, of: request, isForced: isForced) else { return false }
        } catch {
            throw ExchangeFailure(kind: Task.isCancelled ? .cancelled : .authorization(error))
        }
        state.noteRenewal()
        exchange.observe(.reauthorizing)
        return true
    }

    /// Leaves the host alone, for all exchanges of the run, as long as an answer asks for.
    private func notePause(_ response: HTTPResponse, _ verdict: AnswerVerdict) -> Duration? {
        guard verdict != .accept, let origin = Origin(response.url) else { return nil }
        let wallClock = exchange.limits.clock.wallClock()
        if isRefusal(response, verdict) {
            let pause = RequestedPause.afterRefusal(response, wallClock: wallClock)
            if let pause { exchange.limits.pause(origin, for: pause) }
            return pause
        }
        // Nothing was refused yet: a pause that is longer than anybody waits is left to the server to insist on.
        let pause = RequestedPause.afterSuccess(response, wallClock: wallClock)
        if let pause, pause <= exchange.policy.maxWait { exchange.limits.pause(origin, for: pause) }
        return nil
    }

    private func isRefusal(_ response: HTTPResponse, _ verdict: AnswerVerdict) -> Bool {
        verdict == .retry || response.status == 429 || response.status == 503
            || exchange.policy.retry.statuses.contains(response.status) || isRateLimited(response)
    }

    private func isRateLimited(_ response: HTTPResponse) -> Bool {
        response.status == 403
            && RequestedPause.isAskedFor(by: response, wallClock: exchange.limits.clock.wallClock())
    }
}
