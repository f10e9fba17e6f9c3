import HTTP
import Synchronization

/// An exchange over a script, with all that can be looked at afterwards.
struct TestExchange: Sendable {
    let clock = ManualClock()
    let limits: RunLimits
    let transport: ScriptedTransport
    private let exchange: Exchange

    init(
        _ answers: [ScriptedTransport.Answer], authorizer: (any Authorizer)? = nil, retry: RetryPolicy = RetryPolicy(),
        redirects: Int = 10, maxWait: Duration = .seconds(300), rateLimit: RateLimit? = nil, allowHTTP: Bool = false,
        classify: @escaping @Sendable (HTTPResponse) -> AnswerVerdict = { _ in .ordinary }
    ) {
        limits = RunLimits(clock: clock)
        transport = ScriptedTransport(answers)
        exchange = Exchange(
            transport: transport, authorizer: authorizer,
            policy: ExchangePolicy(
                retry: retry, maxRedirects: redirects, maxWait: maxWait, rateLimit: rateLimit,
                allowSecretsOverHTTP: allowHTTP),
            limits: limits, random: { 1 }, classify: classify)
    }

    func run(_ request: HTTPRequest) async throws(ExchangeError) -> ExchangeResult {
        try await exchange.run(request, to: .memory(limit: 1 << 20))
    }

    /// Why a request has no answer; nil when it has one.
    func failure(of request: HTTPRequest) async -> ExchangeError? {
        do throws(ExchangeError) {
            _ = try await run(request)
            return nil
        } catch {
            return error
        }
    }
}

extension HTTPRequest {
    static func get(_ url: String = "https://api.example.com/items") -> HTTPRequest {
        HTTPRequest(method: "GET", url: url, isIdempotent: true)
    }

    static func post(_ url: String = "https://api.example.com/items", isSecret: Bool = false) -> HTTPRequest {
        HTTPRequest(
            method: "POST", url: url, body: .bytes(Array("a=b".utf8), isSecret: isSecret), isIdempotent: false)
    }
}
