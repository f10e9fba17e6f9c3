/// The waits of one exchange: for its host, for its turn, between attempts.
struct Patience {
    private let exchange: Exchange
    /// How long it waited in all.
    private(set) var waited = Duration.zero
    /// How long of that because servers asked for it.
    private var paused = Duration.zero

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }

    /// Waits until the host may be asked, by its own word and by the rate limit of the call.
    mutating func waitForTurn(at url: String) async throws(ExchangeFailure) {
        guard let origin = Origin(url) else { return }
        var hasTurn = false
        while true {
            if Task.isCancelled { throw ExchangeFailure(kind: .cancelled) }
            if let pause = exchange.limits.pause(of: origin) {
                try await keep(pause, of: origin)
                hasTurn = false
            } else if let rate = exchange.policy.rateLimit, !hasTurn {
                try await sleep(exchange.limits.reserve(origin, rate))
                hasTurn = true
            } else {
                return
            }
        }
    }

    /// Waits before a retry, longer and longer.
    mutating func backOff(retry: Int, reason: String) async throws(ExchangeFailure) {
        let delay = exchange.policy.retry.delay(beforeRetry: retry, random: exchange.random())
        exchange.observe(.retrying(after: delay, reason: reason))
        try await sleep(delay)
    }

    /// Says at once when a pause is longer than is allowed.
    func accept(_ pause: Duration) throws(ExchangeFailure) {
        guard paused + pause <= exchange.policy.maxWait else {
            throw ExchangeFailure(kind: .waitTooLong(wanted: paused + pause, limit: exchange.policy.maxWait))
        }
    }

    private mutating func keep(_ pause: Duration, of origin: Origin) async throws(ExchangeFailure) {
        try accept(pause)
        exchange.observe(.paused(host: origin.host, for: pause))
        try await sleep(pause)
        paused += pause
    }

    private mutating func sleep(_ duration: Duration) async throws(ExchangeFailure) {
        guard duration > .zero else { return }
        do {
            try await exchange.limits.clock.sleep(for: duration)
        } catch {
            throw ExchangeFailure(kind: .cancelled)
        }
        waited += duration
    }
}
