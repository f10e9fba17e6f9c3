import Diagnostics
import HTTP
import JobFile
import Secrets

/// A token endpoint with the request that it is asked with.
struct TokenEndpoint: Sendable {
    /// Gives the token of another source of the job.
    typealias OtherToken = @Sendable (_ source: String) async throws(TokenFailure) -> Token

    /// What binds tokens to a key, which goes along with each use of a token; nil for plain bearer tokens.
    let prover: DPoPProver?

    private let oauth: OAuthSource
    private let source: TokenSourceConfiguration
    private let shared: SharedServers
    private let context: SourceContext
    private let refreshTokens: (any RefreshTokenStore)?
    private let otherToken: OtherToken

    /// Makes an endpoint; nothing is sent until a token is needed.
    ///
    /// - Parameters:
    ///   - shared: what the sources of the run know together.
    ///   - otherToken: gives the token of another source, for a token exchange.
    init(
        _ oauth: OAuthSource,
        of source: TokenSourceConfiguration,
        shared: SharedServers,
        context: SourceContext,
        otherToken: @escaping OtherToken
    ) {
        self.oauth = oauth
        self.source = source
        self.shared = shared
        self.context = context
        self.otherToken = otherToken
        if case .refreshToken(let place) = oauth.grant {
            refreshTokens = RefreshTokens.store(place, of: source, context: context)
        } else {
            refreshTokens = nil
        }
        prover = oauth.dpop.map { DPoPProver($0, of: source, shared: shared, context: context) }
        if let secret = oauth.client.secret?.value { context.redactor.register(secret) }
        for value in (oauth.parameters + oauth.headers).map(\.value) where value.isSecret {
            context.redactor.register(Secret(value.text))
        }
    }

    /// Asks for a token.
    func fetch() async -> Result<HeldToken, TokenFailure> {
        guard let refreshTokens else { return await fetch(spending: nil) }
        // What is spent is spent: giving up half-way would lose the new refresh token.
        return await refreshTokens.spend(in: shared.spendings) { await fetch(spending: $0) }
    }

    /// Takes a token back, as well as that can be done within a few seconds; returns whether the server did.
    ///
    /// Whoever listens for warnings is told when it did not.
    @discardableResult
    func revoke(_ token: Token) async -> Bool {
        guard let problem = await problem(revoking: token) else { return true }
        context.report(RevocationFailures(source, context.redactor).warning(problem))
        return false
    }

    private func problem(revoking token: Token) async -> RevocationProblem? {
        let server: TokenServer
        do throws(TokenFailure) {
            server = try await finder.server()
        } catch {
            return .noServer(error)
        }
        return await Revocation(
            oauth: oauth, server: server, authentication: authentication(to: server, failures(server)), shared: shared,
            context: context, observe: observe
        ).revoke(token)
    }

    /// Where the server is and how the client proves itself there.
    func server() async throws(TokenFailure) -> TokenServer {
        try await finder.server()
    }

    private func fetch(spending refreshToken: Secret?) async -> Result<HeldToken, TokenFailure> {
        do throws(TokenFailure) {
            let server = try await finder.server()
            let failures = failures(server)
            guard PlainHTTP.isAllowed(server.tokenURL, oauth) else { throw failures.plainHTTP() }
            let input = GrantInput(
                grant: oauth.grant, client: oauth.client, server: server, redactor: context.redactor,
                failures: failures, otherToken: otherToken)
            let exchange = TokenFetch(
                oauth: oauth, server: server, authentication: authentication(to: server, failures), input: input,
                prover: prover, refreshTokens: refreshTokens, shared: shared, context: context, failures: failures,
                observe: observe)
            return .success(try await exchange.token(spending: refreshToken))
        } catch {
            return .failure(error)
        }
    }

    private var observe: @Sendable (ExchangeEvent) -> Void {
        { [context, name = source.name] event in context.observe(name, event) }
    }

    private var finder: ServerFinder {
        ServerFinder(oauth: oauth, source: source, shared: shared, context: context, observe: observe)
    }

    private func failures(_ server: TokenServer) -> TokenRequestFailures {
        TokenRequestFailures(oauth: oauth, source: source, server: server, redactor: context.redactor)
    }

    private func authentication(to server: TokenServer, _ failures: TokenRequestFailures) -> ClientAuthentication {
        ClientAuthentication(oauth.client, to: server, redactor: context.redactor, failures: failures)
    }
}
