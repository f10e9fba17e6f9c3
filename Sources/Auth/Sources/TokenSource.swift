import HTTP
import JSON
import Synchronization

/// A source that gets tokens from a token endpoint and shares each between all who need one.
final class TokenSource: CredentialSource {
    typealias Outcome = Result<HeldToken, TokenFailure>

    private struct Work {
        var state = TokenState()
        var waiting: [Int: CheckedContinuation<Outcome, Never>] = [:]
        var flights: [Int: Task<Void, Never>] = [:]
        var callers = 0
    }

    private let refreshOn: Set<Int>
    private let failures: TokenFailures
    private let clock: any HTTPClock
    private let fetch: @Sendable (_ refused: HeldToken?) async -> Outcome
    private let work = Mutex(Work())

    /// Makes a source.
    ///
    /// - Parameter fetch: gets a token; it is told of the token that an API refused, which is not to come again.
    init(
        refreshOn: Set<Int>, failures: TokenFailures, clock: any HTTPClock,
        fetch: @escaping @Sendable (_ refused: HeldToken?) async -> Outcome
    ) {
        self.refreshOn = refreshOn
        self.failures = failures
        self.clock = clock
        self.fetch = fetch
    }

    func credential() async throws(TokenFailure) -> Credential {
        try await token(.use).credential
    }

    func members() async throws(TokenFailure) -> JSONValue {
        try await token(.look).credential.token.members
    }

    func isRefused(by response: HTTPResponse) -> Bool {
        refreshOn.contains(response.status) && !BearerChallenge.lacksScope(response)
    }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(TokenFailure) -> Bool {
        guard isForced || isRefused(by: response),
            let held = work.withLock({ $0.state.held }), held.credential.isReplaceable(in: request)
        else { return false }
        // Some servers hand out the same token until it expires.
        return try await !token(.renewal(of: request)).credential.isCarried(by: request)
    }

    /// The token at hand, or the one that a flight brings; the flight goes on as long as anybody waits for it.
    private func token(_ wish: TokenState.Wish) async throws(TokenFailure) -> HeldToken {
        let caller = work.withLock { work in
            work.callers += 1
            return work.callers
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                ask(wish, as: caller, continuation)
                // The handler came too early for a caller that was cancelled before it asked.
                if Task.isCancelled { leave(caller) }
            }
        } onCancel: {
            leave(caller)
        }
        return try outcome.get()
    }

    private func ask(_ wish: TokenState.Wish, as caller: Int, _ continuation: CheckedContinuation<Outcome, Never>) {
        let now = Moment(now: clock)
        let answer: Outcome? = work.withLock { work in
            switch work.state.ask(wish, as: caller, at: now) {
            case .token(let token): return .success(token)
            case .failure(let failure): return .failure(failure)
            case .wait: break
            case .fetch(let number, let refused):
                work.flights[number] = Task { [fetch] in self.land(number, await fetch(refused)) }
            }
            work.waiting[caller] = continuation
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private func leave(_ caller: Int) {
        let continuation = work.withLock { work -> CheckedContinuation<Outcome, Never>? in
            if let abandoned = work.state.leave(caller) {
                work.flights.removeValue(forKey: abandoned)?.cancel()
            }
            return work.waiting.removeValue(forKey: caller)
        }
        continuation?.resume(returning: .failure(failures.cancelled()))
    }

    private func land(_ number: Int, _ outcome: Outcome) {
        let continuations = work.withLock { work in
            work.flights[number] = nil
            return work.state.land(number, outcome).compactMap { work.waiting.removeValue(forKey: $0) }
        }
        for continuation in continuations { continuation.resume(returning: outcome) }
    }
}
