/// Drives one request to its end: authorizes, sends and looks at each attempt, and decides how to go on.
public struct Exchange: Sendable {
    let transport: any Transport
    let authorizer: (any Authorizer)?
    let policy: ExchangePolicy
    let limits: RunLimits
    let random: @Sendable () -> Double
    let observe: @Sendable (ExchangeEvent) -> Void
    let classify: @Sendable (HTTPResponse) -> AnswerVerdict

    /// Makes an exchange.
    ///
    /// - Parameters:
    ///   - transport: what sends an attempt.
    ///   - authorizer: what adds a credential to each; nil for none.
    ///   - policy: how it behaves when things do not go straight.
    ///   - limits: what it shares with the other exchanges of the run.
    ///   - random: numbers from 0 to 1, which spread the retries.
    ///   - observe: told what happens.
    ///   - classify: what the rules of the call make of an answer.
    public init(
        transport: any Transport,
        authorizer: (any Authorizer)?,
        policy: ExchangePolicy,
        limits: RunLimits,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        observe: @escaping @Sendable (ExchangeEvent) -> Void = { _ in },
        classify: @escaping @Sendable (HTTPResponse) -> AnswerVerdict = { _ in .ordinary }
    ) {
        self.transport = transport
        self.authorizer = authorizer
        self.policy = policy
        self.limits = limits
        self.random = random
        self.observe = observe
        self.classify = classify
    }

    /// Sends a request until there is an answer to end with; an error status that is not worth another attempt is one.
    ///
    /// - Throws: why there is no answer; ``ExchangeError/Kind/cancelled`` soon after the task is cancelled.
    public func run(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(ExchangeError) -> ExchangeResult {
        var run = ExchangeRun(self, request, to: destination)
        do throws(ExchangeFailure) {
            return try await run.result()
        } catch {
            throw ExchangeError(error.kind, attempts: run.state.sent, url: run.state.request.url)
        }
    }
}
