import HTTP

/// The decisions of a token source: who gets the token at hand, who waits, and when a new one is got.
///
/// It knows nothing of tasks and the network; ``TokenSource`` does what it says.
struct TokenState {
    /// What a caller wants.
    enum Wish {
        /// A token that may go into a request.
        case use
        /// Whatever token there is.
        case look
        /// Another token than the one in this request, which an API refused.
        case renewal(of: HTTPRequest)
    }

    /// What a caller is told.
    enum Reply {
        case token(HeldToken)
        case failure(TokenFailure)
        /// The flight under way will bring the answer.
        case wait
        /// The same, and the flight begins now; it is to bring another token than the one that was refused.
        case fetch(flight: Int, refused: HeldToken?)
    }

    private struct Flight {
        let number: Int
        /// Who waits, and whether for a renewal.
        var waiters: [Int: Bool]
    }

    /// The token at hand, good or not.
    private(set) var held: HeldToken?
    /// A request that was refused is sent again with the token at hand, even if that lives for no time at all.
    private var isReserved = false
    private var lastingFailure: TokenFailure?
    private var flight: Flight?
    private var flightCount = 0

    /// Answers a caller, or makes it a waiter.
    mutating func ask(_ wish: Wish, as waiter: Int, at now: Moment) -> Reply {
        if let held, isGood(held, for: wish, at: now) {
            if case .use = wish { isReserved = false }
            return .token(held)
        }
        // A client that was refused once is refused again, and locked out after some more.
        if let lastingFailure { return .failure(lastingFailure) }
        var isRenewal = false
        if case .renewal = wish { isRenewal = true }
        if flight != nil {
            flight?.waiters[waiter] = isRenewal
            return .wait
        }
        flightCount += 1
        flight = Flight(number: flightCount, waiters: [waiter: isRenewal])
        return .fetch(flight: flightCount, refused: isRenewal ? held : nil)
    }

    /// Takes a waiter out that was cancelled; returns the flight that nobody waits for any more.
    mutating func leave(_ waiter: Int) -> Int? {
        guard flight?.waiters.removeValue(forKey: waiter) != nil, let flight, flight.waiters.isEmpty else { return nil }
        self.flight = nil
        return flight.number
    }

    /// Takes the outcome of a flight; returns those who waited for it.
    mutating func land(_ number: Int, _ outcome: Result<HeldToken, TokenFailure>) -> [Int] {
        guard let flight, flight.number == number else { return [] }
        self.flight = nil
        switch outcome {
        case .success(let token):
            held = token
            isReserved = flight.waiters.values.contains(true)
        case .failure(let failure):
            if failure.isLasting { lastingFailure = failure }
        }
        return Array(flight.waiters.keys)
    }

    private func isGood(_ held: HeldToken, for wish: Wish, at now: Moment) -> Bool {
        switch wish {
        case .use: isReserved || !held.life.isDue(at: now)
        case .look: true
        case .renewal(let request): !held.credential.isCarried(by: request)
        }
    }
}
