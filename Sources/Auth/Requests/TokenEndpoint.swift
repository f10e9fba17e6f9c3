import Diagnostics
import HTTP
import JobFile
import Secrets

/// A token endpoint with the request that it is asked with.
struct TokenEndpoint: Sendable {
    /// A larger answer holds no token.
    private static let answerLimit = 1 << 20
    /// The longest that a run waits for a token endpoint that asks for patience.
    private static let maxWait = Duration.seconds(300)

    private let client: ClientCredentials
    private let request: TokenRequest
    private let transport: any Transport
    private let limits: RunLimits
    private let clock: any HTTPClock
    private let redactor: Redactor
    private let failures: TokenRequestFailures
    private let observe: @Sendable (ExchangeEvent) -> Void

    init(
        _ client: ClientCredentials,
        of source: TokenSourceConfiguration,
        transport: any Transport,
        limits: RunLimits,
        clock: any HTTPClock,
        redactor: Redactor,
        observe: @escaping @Sendable (ExchangeEvent) -> Void
    ) {
        self.client = client
        self.transport = transport
        self.limits = limits
        self.clock = clock
        self.redactor = redactor
        self.observe = observe
        failures = TokenRequestFailures(client: client, source: source, redactor: redactor)
        request = TokenRequest(client)
        for secret in request.secrets { redactor.register(secret) }
    }

    /// Asks for a token.
    func fetch() async -> Result<HeldToken, TokenFailure> {
        do throws(TokenFailure) {
            return .success(try await held())
        } catch {
            return .failure(error)
        }
    }

    private func held() async throws(TokenFailure) -> HeldToken {
        guard isSafe else { throw failures.plainHTTP() }
        for header in request.httpRequest.headers {
            if let problem = header.problem { throw failures.badHeader(header, problem) }
        }
        let timed = TokenTransport(
            transport, clock: clock, redactor: redactor, secrets: AnswerSecrets(tokenPath: client.answer.token))
        let exchange = Exchange(
            transport: timed, authorizer: nil,
            policy: ExchangePolicy(
                retry: RetryPolicy(statuses: Set([408, 429] + Array(500...599))), maxRedirects: 0,
                maxWait: Self.maxWait, rateLimit: nil, allowSecretsOverHTTP: true),
            limits: limits, observe: observe)
        let response: HTTPResponse
        do throws(ExchangeError) {
            response = try await exchange.run(request.httpRequest, to: .memory(limit: Self.answerLimit)).response
        } catch {
            throw failures.failure(error)
        }
        do throws(TokenProblem) {
            return try TokenAnswerReader(client).read(response, at: timed.lastStart)
        } catch {
            throw failures.failure(error, response)
        }
    }

    /// Whether nobody on the way can read what is sent.
    private var isSafe: Bool {
        guard let url = HTTPURL(client.tokenURL.value), url.scheme == "http" else { return true }
        return url.isLoopback || client.transport.unixSocket != nil || client.allowHTTP
    }
}
