import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile
import Secrets

/// Gets tokens from a call of the job's own.
struct CallFetch: Sendable {
    /// A larger answer holds no token.
    private static let answerLimit = 1 << 20

    private let requested: RequestSource
    private let context: SourceContext
    private let failures: CallFailures
    private let name: String
    private let authorizer: @Sendable (String) throws(TokenFailure) -> SourceAuthorizer

    /// Makes a source's fetch.
    ///
    /// - Parameter authorizer: what puts the credential of another source into the call.
    init(
        _ requested: RequestSource, of source: TokenSourceConfiguration, context: SourceContext,
        authorizer: @escaping @Sendable (String) throws(TokenFailure) -> SourceAuthorizer
    ) {
        self.requested = requested
        self.context = context
        self.authorizer = authorizer
        name = source.name
        failures = CallFailures(requested, source: source, redactor: context.redactor)
    }

    /// Makes the call.
    func fetch() async -> Result<HeldToken, TokenFailure> {
        do throws(TokenFailure) {
            return .success(try await held())
        } catch {
            return .failure(error)
        }
    }

    private func held() async throws(TokenFailure) -> HeldToken {
        var request = try await context.makeRequest(requested.call)
        guard isSafe(request) else { throw failures.plainHTTP(request.url) }
        // A token that nobody saw is no harm: like a token request it may be sent again.
        request.isIdempotent = true
        let timed = TokenTransport(
            context.transport, clock: context.clock, redactor: context.redactor,
            secrets: AnswerSecrets(tokenPath: requested.handling.answer.token))
        let credential = try credential()
        let exchange = Exchange(
            transport: timed, authorizer: credential, policy: policy, limits: context.limits,
            observe: { [context, name] in context.observe(name, $0) })
        let response: HTTPResponse
        do throws(ExchangeError) {
            response = try await exchange.run(request, to: .memory(limit: Self.answerLimit)).response
        } catch {
            throw failures.failure(error)
        }
        do throws(TokenProblem) {
            let found = try found(in: response)
            context.redactor.register(Secret(found.text))
            return found.held(requested.handling, from: timed.lastStart)
        } catch {
            throw failures.failure(error, response, refusing: credential)
        }
    }

    private func found(in response: HTTPResponse) throws(TokenProblem) -> FoundToken {
        let isGood = 200..<300 ~= response.status
        let body: JSONNode
        do throws(TokenProblem) {
            body = try TokenAnswerBody.read(response)
        } catch {
            if case .redirect = error { throw error }
            throw isGood ? error : .refusal(.silent)
        }
        guard isGood else { throw .refusal(ServerError(body)) }
        let paths = requested.handling.answer
        let node = paths.token.map { $0.first(in: body) } ?? body["access_token"]
        var found = try FoundToken(node, at: paths.token?.text ?? "access_token", in: body)
        found.expiresIn = paths.expiresIn.map { $0.first(in: body) } ?? body["expires_in"]
        found.expiresAt = paths.expiresAt?.first(in: body)
        return found
    }

    /// What puts the credential of the call's own source into it; nil for a call without one.
    private func credential() throws(TokenFailure) -> SourceAuthorizer? {
        guard case .source(let name) = requested.call.authorization else { return nil }
        return try authorizer(name)
    }

    /// The call's policies; a secret is never sent on by a redirect.
    private var policy: ExchangePolicy {
        let call = requested.call
        return ExchangePolicy(
            retry: RetryPolicy(
                maxAttempts: call.retry.maxAttempts, baseDelay: call.retry.baseDelay, maxDelay: call.retry.maxDelay,
                statuses: Set(call.retry.statuses)),
            maxRedirects: 0, maxWait: call.maxWait,
            rateLimit: call.rateLimit.map { RateLimit(count: $0.count, per: $0.per) },
            allowSecretsOverHTTP: true)
    }

    /// Whether nobody on the way can read the answer.
    private func isSafe(_ request: HTTPRequest) -> Bool {
        guard let url = HTTPURL(request.url), url.scheme == "http" else { return true }
        return url.isLoopback || request.options.unixSocket != nil || context.allowsHTTP
    }
}
