import Diagnostics
public import HTTP
public import JSON
public import JobFile
public import Secrets

/// All token sources of a run.
///
/// A source gets a token when the first request needs one, shares it between all requests, renews it before it expires
/// and once when an API refuses it. Many requests that need a token at the same time cause one token request.
public final class Credentials: Sendable {
    private let sources: [String: SourceAuthorizer]

    /// Makes the sources of a job; nothing is sent until a credential is needed.
    ///
    /// - Parameters:
    ///   - sources: what the job file says; each name once.
    ///   - transport: sends the token requests.
    ///   - limits: the limits of the run, shared with the calls.
    ///   - clock: says when a token expires.
    ///   - redactor: learns every secret as it comes to exist.
    ///   - observe: is told of each token request, by the name of its source.
    public init(
        _ sources: [TokenSourceConfiguration],
        transport: any Transport,
        limits: RunLimits,
        clock: any HTTPClock,
        redactor: Redactor,
        observe: @escaping @Sendable (_ source: String, ExchangeEvent) -> Void
    ) {
        var bound: [String: SourceAuthorizer] = [:]
        for configuration in sources {
            let name = configuration.name
            bound[name] = SourceAuthorizer(
                configuration, redactor: redactor,
                source: Self.source(
                    configuration, transport: transport, limits: limits, clock: clock, redactor: redactor,
                    observe: { observe(name, $0) }))
        }
        self.sources = bound
    }

    /// What puts a source's credential into requests; nil when there is no source of this name.
    public func authorizer(named name: String) -> (any Authorizer)? {
        sources[name]
    }

    /// The credential of a source, got or renewed when need be.
    ///
    /// - Throws: why there is none.
    public func token(of name: String) async throws(TokenFailure) -> Token {
        try await source(named: name).credential().token
    }

    /// The members of a source's token answer but for the token, from an answer that is at hand or a new one.
    ///
    /// - Throws: why there is none.
    public func members(of name: String) async throws(TokenFailure) -> JSONValue {
        try await source(named: name).members()
    }

    /// Why a call failed whose last answer refuses a source's credential; nil for any other answer.
    ///
    /// By then a new token was got and refused as well, where one could be got.
    public func failure(of response: HTTPResponse, to name: String) -> TokenFailure? {
        sources[name]?.failure(of: response)
    }

    private func source(named name: String) throws(TokenFailure) -> any CredentialSource {
        guard let bound = sources[name] else {
            throw TokenFailure(
                .unusable,
                Diagnostic(
                    code: .tokenAnswerUnusable, title: "there is no token source '\(TerminalText.escape(name))'",
                    notes: ["the job has: \(sources.keys.sorted().joined(separator: ", "))"]))
        }
        return bound.source
    }

    private static func source(
        _ configuration: TokenSourceConfiguration,
        transport: any Transport,
        limits: RunLimits,
        clock: any HTTPClock,
        redactor: Redactor,
        observe: @escaping @Sendable (ExchangeEvent) -> Void
    ) -> any CredentialSource {
        switch configuration.kind {
        case .clientCredentials(let client):
            let endpoint = TokenEndpoint(
                client, of: configuration, transport: transport, limits: limits, clock: clock, redactor: redactor,
                observe: observe)
            return TokenSource(
                refreshOn: Set(client.refreshOn), failures: TokenFailures(configuration, redactor), clock: clock
            ) { await endpoint.fetch() }
        case .bearer(let token, let placement):
            return FixedSource(
                Credential(
                    Token(value: token, header: placement.header, scheme: placement.scheme ?? TokenType.bearer)),
                redactor: redactor)
        case .basic(let username, let password):
            redactor.register(password)
            return FixedSource(
                Credential(
                    Token(
                        value: Secret(Base64.encode("\(username):\(password.reveal())")), header: "Authorization",
                        scheme: "Basic")),
                redactor: redactor)
        case .apiKey(let key):
            return FixedSource(Credential(key), redactor: redactor)
        }
    }
}
