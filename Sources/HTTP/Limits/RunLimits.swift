import Synchronization

/// What all exchanges of a run share: pauses and paces of hosts, and the budget for retries.
public final class RunLimits: Sendable {
    private struct State {
        var pauses = HostPauses()
        var rates = RateLimiter()
        var budget = RetryBudget()
    }

    /// The clock that the limits go by.
    let clock: any HTTPClock
    private let state = Mutex(State())

    /// Limits at the start of a run.
    public init(clock: any HTTPClock) {
        self.clock = clock
    }

    /// Leaves a host alone for a while, from now.
    func pause(_ origin: Origin, for duration: Duration) {
        let end = clock.now() + duration
        state.withLock { $0.pauses.pause(origin, until: end) }
    }

    /// How long a host still wants to be left alone; nil when it does not.
    func pause(of origin: Origin) -> Duration? {
        let now = clock.now()
        return state.withLock { $0.pauses.remaining(of: origin, at: now) }
    }

    /// How long a request has to wait for its turn, which is taken with this.
    func reserve(_ origin: Origin, _ limit: RateLimit) -> Duration {
        let now = clock.now()
        return state.withLock { $0.rates.reserve(origin, limit, at: now) }
    }

    /// Pays for a retry; false when the run has made too many.
    func spendRetry() -> Bool {
        state.withLock { $0.budget.spend() }
    }

    /// Gives a little back for a success.
    func earnRetry() {
        state.withLock { $0.budget.earn() }
    }
}
