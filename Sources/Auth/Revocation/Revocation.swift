import HTTP
import JobFile
import Secrets

/// Takes a token back at the end of a run, RFC 7009.
struct Revocation: Sendable {
    /// The end of a run does not wait longer than that.
    private static let timeout = Duration.seconds(5)
    /// The answer has nothing to say.
    private static let answerLimit = 64 << 10

    let oauth: OAuthSource
    let server: TokenServer
    let authentication: ClientAuthentication
    let shared: SharedServers
    let context: SourceContext
    let observe: @Sendable (ExchangeEvent) -> Void

    /// Revokes a token, as well as that can be done; returns what went wrong, nil when the server says that it did.
    func revoke(_ token: Token) async -> RevocationProblem? {
        guard let url = server.revocationURL else { return .nowhere }
        guard HTTPURL(url) != nil, PlainHTTP.isAllowed(url, oauth) else { return .unsafe(url: url) }
        var options = TransferOptions(oauth.transport)
        options.timeout = Self.timeout
        options.connectTimeout = min(options.connectTimeout, Self.timeout)
        let authorizer = TokenRequestAuthorizer(
            authentication, prover: nil, clock: context.clock, offset: shared.clocks.offset(of: Origin(url))
        ) { _, proof throws(TokenFailure) in
            let fields = [FormField("token", token.value.reveal()), FormField("token_type_hint", "access_token")]
            return (GrantFields(), fields + proof.fields)
        }
        let exchange = Exchange(
            transport: context.transport, authorizer: authorizer, policy: TokenExchangePolicy.once,
            limits: context.limits, observe: observe)
        do throws(ExchangeError) {
            let request = ServerRequest.form(to: url, headers: oauth.headers, options: options)
            let response = try await exchange.run(request, to: .memory(limit: Self.answerLimit)).response
            // RFC 7009, 2.2 says 200; a server that has nothing to say may say 204.
            return 200..<300 ~= response.status ? nil : .refused(response)
        } catch {
            return .unanswered(error)
        }
    }
}
