import HTTP
import JSON
import JobFile
import Secrets

/// Makes the sources of a job.
struct SourceFactory: Sendable {
    let context: SourceContext
    /// Has the sources, so that they must not keep it.
    let directory: SourceDirectory
    let shared = SharedServers()

    /// What gets the tokens of a source with a token endpoint; nil for another one.
    func fetch(
        _ configuration: TokenSourceConfiguration, among sources: [TokenSourceConfiguration]
    ) -> OAuthFetch? {
        OAuthFetch(configuration, among: sources, context: context) {
            [context, shared, weak directory] oauth, configuration in
            TokenEndpoint(
                oauth, of: configuration, shared: shared, context: context,
                otherToken: { [weak directory] name throws(TokenFailure) in
                    guard let directory else { throw TokenFailures(configuration, context.redactor).cancelled() }
                    return try await directory.token(of: name)
                })
        }
    }

    /// The source that a configuration describes, with the rules for its credential.
    func authorizer(_ configuration: TokenSourceConfiguration, _ oauth: OAuthFetch?) -> SourceAuthorizer {
        SourceAuthorizer(
            configuration, clock: context.clock, redactor: context.redactor, source: source(configuration, oauth),
            prover: { oauth?.prover },
            members: { [weak directory] name throws(TokenFailure) in
                try await directory?.members(of: name) ?? .object([])
            })
    }

    /// The source that a configuration describes; nothing is sent or run for it yet.
    ///
    /// - Parameter oauth: what gets its tokens, for a source with a token endpoint.
    func source(_ configuration: TokenSourceConfiguration, _ oauth: OAuthFetch?) -> any CredentialSource {
        switch configuration.kind {
        case .oauth(let settings):
            return tokens(of: configuration, settings.handling.refreshOn) {
                [failures = failures(configuration)] refused in
                await oauth?.fetch(refused) ?? .failure(failures.cancelled())
            }
        case .jwt(let jwt):
            let fetch = JWTFetch(jwt, of: configuration, context: context)
            return tokens(of: configuration, TokenHandling().refreshOn) { _ in fetch.fetch() }
        case .request(let requested):
            let fetch = CallFetch(requested, of: configuration, context: context) {
                [weak directory, failures = failures(configuration)] name throws(TokenFailure) in
                guard let directory else { throw failures.cancelled() }
                return try directory.authorizer(named: name)
            }
            return tokens(of: configuration, requested.handling.refreshOn) { _ in await fetch.fetch() }
        case .exec(let exec):
            let fetch = ExecFetch(exec, of: configuration, context: context)
            return tokens(of: configuration, exec.handling.refreshOn) { _ in await fetch.fetch() }
        case .bearer(let token, let placement):
            return fixed(
                Token(value: token, header: placement.header, scheme: placement.scheme ?? TokenType.bearer))
        case .basic(let username, let password):
            context.redactor.register(password)
            return fixed(
                Token(
                    value: Secret(BasicCredentials.encode(username, password.reveal())), header: "Authorization",
                    scheme: "Basic"))
        case .apiKey(let key):
            return FixedSource(Credential(key), redactor: context.redactor)
        case .awsSigV4(let keys):
            for secret in [keys.accessKey, keys.secretKey, keys.sessionToken].compactMap(\.self) {
                context.redactor.register(secret)
            }
            return FixedSource(Credential(keys), redactor: context.redactor)
        }
    }

    /// A source that gets its tokens one after the other.
    private func tokens(
        of configuration: TokenSourceConfiguration, _ refreshOn: [Int],
        _ fetch: @escaping @Sendable (_ refused: HeldToken?) async -> Result<HeldToken, TokenFailure>
    ) -> TokenSource {
        TokenSource(refreshOn: Set(refreshOn), failures: failures(configuration), clock: context.clock) { refused in
            await SourceDirectory.getting(configuration.name) { await fetch(refused) }
        }
    }

    private func fixed(_ token: Token) -> FixedSource {
        FixedSource(Credential(token), redactor: context.redactor)
    }

    private func failures(_ configuration: TokenSourceConfiguration) -> TokenFailures {
        TokenFailures(configuration, context.redactor)
    }
}
