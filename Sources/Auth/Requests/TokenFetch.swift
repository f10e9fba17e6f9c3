import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets

/// One fetch of a token: the exchange, what its answer holds, and the one case in which it is worth asking again.
struct TokenFetch: Sendable {
    /// A larger answer holds no token.
    private static let answerLimit = 1 << 20

    let oauth: OAuthSource
    let server: TokenServer
    let authentication: ClientAuthentication
    let input: GrantInput
    let prover: DPoPProver?
    let refreshTokens: (any RefreshTokenStore)?
    let shared: SharedServers
    let context: SourceContext
    let failures: TokenRequestFailures
    let observe: @Sendable (ExchangeEvent) -> Void

    private struct Answer {
        let response: HTTPResponse
        let start: Moment
        let sent: SentRequest
    }

    /// Asks for a token.
    func token(spending refreshToken: Secret?) async throws(TokenFailure) -> HeldToken {
        let answer = try await ask(spending: refreshToken)
        do throws(TokenProblem) {
            return try read(answer)
        } catch {
            guard isOutOfTime(error, answer) else { throw try failure(error, answer, spent: refreshToken) }
        }
        let second = try await ask(spending: refreshToken)
        do throws(TokenProblem) {
            return try read(second)
        } catch {
            throw try failure(error, second, spent: refreshToken)
        }
    }

    private func ask(spending refreshToken: Secret?) async throws(TokenFailure) -> Answer {
        let request = ServerRequest.form(
            to: server.tokenURL, headers: oauth.headers, options: TransferOptions(oauth.transport))
        for header in request.headers {
            if let problem = header.problem { throw failures.badHeader(header, problem) }
        }
        let timed = TokenTransport(
            context.transport, clock: context.clock, redactor: context.redactor,
            secrets: AnswerSecrets(tokenPath: oauth.handling.answer.token))
        let authorizer = TokenRequestAuthorizer(
            authentication, prover: prover, clock: context.clock, offset: shared.clocks.offset(of: origin)
        ) { [oauth, input] now, proof throws(TokenFailure) in
            let grant = try await input.fields(at: now, refreshToken: refreshToken)
            return (grant, TokenForm.fields(oauth, grant, proof))
        }
        let exchange = Exchange(
            transport: timed, authorizer: authorizer, policy: TokenExchangePolicy.patient, limits: context.limits,
            observe: observe)
        do throws(ExchangeError) {
            let response = try await exchange.run(request, to: .memory(limit: Self.answerLimit)).response
            let time = context.clock.wallClock()
            return Answer(
                response: response, start: timed.lastStart,
                sent: SentRequest(
                    oauth: oauth, server: server, signed: authorizer.signed, proofAlgorithm: prover?.algorithm,
                    time: time, skew: ServerDate.skew(of: response, at: time)))
        } catch {
            throw failures.failure(error, retryAfter: timed.retryAfter)
        }
    }

    private func read(_ answer: Answer) throws(TokenProblem) -> HeldToken {
        try TokenAnswerReader(oauth).read(answer.response, at: answer.start)
    }

    /// Whether a server refuses what was signed, and its clock is so far from ours that this may be why.
    ///
    /// Then its time is used from now on.
    private func isOutOfTime(_ problem: TokenProblem, _ answer: Answer) -> Bool {
        guard case .refusal(let error) = problem, 400..<404 ~= answer.response.status,
            let skew = answer.sent.skew(behind: error), shared.clocks.offset(of: origin) == 0
        else { return false }
        shared.clocks.note(skew, of: origin)
        return true
    }

    /// The failure of an answer; a new refresh token that came with it is kept.
    private func failure(
        _ problem: TokenProblem, _ answer: Answer, spent: Secret?
    ) throws(TokenFailure) -> TokenFailure {
        if let spent, 200..<300 ~= answer.response.status, let body = try? TokenAnswerBody.read(answer.response),
            let new = body["refresh_token"]?.string, !new.isEmpty, new != spent.reveal()
        {
            try refreshTokens?.replace(Secret(new))
        }
        return failures.failure(problem, answer.response, answer.sent)
    }

    private var origin: Origin? { Origin(server.tokenURL) }
}
