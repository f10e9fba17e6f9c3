import HTTP
import JobFile
import Secrets
import Synchronization

/// Gets the tokens of a source with a token endpoint: from what runs share, or from the server.
///
/// The job's secrets are read again, once, when the server no longer knows the client: a secret may have been changed
/// while the run was under way.
final class OAuthFetch: Sendable {
    typealias Outcome = Result<HeldToken, TokenFailure>

    /// What makes an endpoint for a configuration.
    typealias Making = @Sendable (OAuthSource, TokenSourceConfiguration) -> TokenEndpoint

    /// A configuration, and what gets tokens with it.
    private struct Setting: Sendable {
        let oauth: OAuthSource
        let endpoint: TokenEndpoint
        let cache: TokenCache?

        /// Gets a token, and keeps the key that it is bound to with it: the next configuration may have another.
        func fetch(_ refused: HeldToken?) async -> Outcome {
            guard let cache else { return bound(await endpoint.fetch()) }
            return bound(await cache.token(avoiding: refused) { await endpoint.fetch() })
        }

        private func bound(_ outcome: Outcome) -> Outcome {
            outcome.map { held in
                var credential = held.credential
                credential.prover = endpoint.prover
                return HeldToken(credential: credential, life: held.life)
            }
        }
    }

    private struct State {
        var setting: Setting
        var isReread = false
        var last: Token?
    }

    private let name: String
    private let sources: [TokenSourceConfiguration]
    private let context: SourceContext
    private let make: Making
    private let state: Mutex<State>

    /// Nil for a source of another kind.
    ///
    /// - Parameter sources: all sources of the job.
    init?(
        _ configuration: TokenSourceConfiguration, among sources: [TokenSourceConfiguration], context: SourceContext,
        make: @escaping Making
    ) {
        guard let setting = Self.setting(configuration, among: sources, context: context, make) else { return nil }
        name = configuration.name
        self.sources = sources
        self.context = context
        self.make = make
        state = Mutex(State(setting: setting))
    }

    /// Gets a token, another one than that which an API refused.
    func fetch(_ refused: HeldToken?) async -> Outcome {
        let setting = state.withLock { $0.setting }
        var outcome = await setting.fetch(refused)
        if case .failure(let failure) = outcome, failure.isInvalidClient {
            outcome = await again(after: failure, with: setting, refused)
        }
        if case .success(let held) = outcome { state.withLock { $0.last = held.credential.token } }
        return outcome
    }

    /// What binds the next tokens to a key; nil for plain ones.
    var prover: DPoPProver? { state.withLock { $0.setting.endpoint.prover } }

    /// Removes what runs share of the source.
    func clearCache() {
        state.withLock { $0.setting.cache }?.clear()
    }

    /// Forgets that the server refused.
    func forgetRefusal() {
        state.withLock { $0.setting.cache }?.forgetRefusal()
    }

    /// Whether there is a token that has to be revoked.
    var isRevoking: Bool {
        state.withLock { $0.last != nil && $0.setting.oauth.handling.revokes && $0.setting.cache?.shares != true }
    }

    /// Revokes the token at hand, where the job says so and no other run has it.
    func revoke() async {
        let (setting, last) = state.withLock { state in
            defer { state.last = nil }
            return (state.setting, state.last)
        }
        guard setting.oauth.handling.revokes, setting.cache?.shares != true, let last else { return }
        await setting.endpoint.revoke(last)
    }

    private func again(after failure: TokenFailure, with setting: Setting, _ refused: HeldToken?) async -> Outcome {
        let isFirst = state.withLock { state in
            defer { state.isReread = true }
            return !state.isReread
        }
        guard isFirst, let fresh = await context.reload(name),
            let next = Self.setting(fresh, among: sources, context: context, make)
        else { return .failure(failure) }
        guard ClientProof(next.oauth) != ClientProof(setting.oauth) else {
            return .failure(failure.noting("the secret was read again, and is unchanged"))
        }
        state.withLock { $0.setting = next }
        switch await next.fetch(refused) {
        case .success(let held): return .success(held)
        case .failure(let second):
            guard second.isInvalidClient else { return .failure(second) }
            return .failure(second.noting("the secret had changed and was read again; the new one is refused too"))
        }
    }

    private static func setting(
        _ configuration: TokenSourceConfiguration, among sources: [TokenSourceConfiguration], context: SourceContext,
        _ make: Making
    ) -> Setting? {
        guard case .oauth(let oauth) = configuration.kind else { return nil }
        let sources = sources.map { $0.name == configuration.name ? configuration : $0 }
        return Setting(
            oauth: oauth, endpoint: make(oauth, configuration),
            cache: TokenCache(configuration, among: sources, context: context))
    }
}
