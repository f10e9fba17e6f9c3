import HTTP
import JobFile
import Secrets

/// What runs leave to each other: tokens that they share, also at the same time, and that a server said no.
///
/// A token is shared with `cache: disk` only; refusals are remembered for all sources. Nothing that is wrong with the
/// files is a failure: they count as not there.
struct TokenCache: Sendable {
    /// How long a process waits at most for another one to get the token.
    private static let lockLimit = Duration.seconds(60)

    /// Whether tokens are shared with other runs; such a token is not revoked at the end of one of them.
    let shares: Bool
    private let key: TokenCacheKey
    private let folder: TokenCacheFolder
    private let margin: Duration?
    /// Whether the server is asked although it refused: somebody who is there wants to know.
    private let insists: Bool
    private let clock: any HTTPClock
    private let redactor: Redactor
    private let failures: TokenCacheFailures
    private let cancelled: TokenFailure

    /// The cache of a source; nil when there is no folder for it, or the source is no OAuth source.
    ///
    /// - Parameter sources: all sources of the job: a token that is exchanged comes from another one.
    init?(
        _ source: TokenSourceConfiguration, among sources: [TokenSourceConfiguration] = [], context: SourceContext
    ) {
        guard case .oauth(let oauth) = source.kind, let path = context.cacheFolder else { return nil }
        // A token that is bound to a key of this run is of no use to another one.
        let isBound = oauth.dpop.map { $0.key == nil } ?? false
        shares = oauth.handling.cache == .disk && !isBound
        key = TokenCacheKey(source, among: sources)
        margin = oauth.handling.refreshMargin
        insists = context.insists
        clock = context.clock
        redactor = context.redactor
        failures = TokenCacheFailures(source, context.redactor)
        cancelled = TokenFailures(source, context.redactor).cancelled()
        let (name, warn) = (source.name, context.warn)
        // That a refusal cannot be remembered only costs another request.
        folder = TokenCacheFolder(
            path, clock: context.clock, isQuiet: !shares, warnings: WarningOnce { warn(name, $0) })
    }

    /// A token that is kept, or the one that is fetched; the server is not asked when it refused a short while ago.
    ///
    /// Of many processes that need a token at the same time one asks, and the others take what it got.
    ///
    /// - Parameter refused: a token that an API refused, which is not given again.
    func token(
        avoiding refused: HeldToken?, fetch: @Sendable () async -> TokenSource.Outcome
    ) async -> TokenSource.Outcome {
        guard let names = key.names() else { return await fetch() }
        if let known = known(names, avoiding: refused) { return known }
        guard shares, let opened = folder.open(isMade: true) else { return await asked(names, fetch) }
        let wait = await FileLock.wait(for: names.lock, in: opened.file, clock: clock, limit: Self.lockLimit) {
            known(names, avoiding: refused)
        }
        switch wait {
        case .found(let outcome): return outcome
        case .cancelled: return .failure(cancelled)
        case .tooLong:
            folder.warn("another process holds the lock for more than \(Self.lockLimit.components.seconds) s")
        case .failed(let error): folder.warn("there can be no lock: \(error.message)")
        case .locked(let lock):
            defer { lock.end() }
            // The one who had the lock before may have got the token.
            if let known = known(names, avoiding: refused) { return known }
            return await asked(names, fetch)
        }
        return await fetch()
    }

    /// Removes what is kept: the next run asks the server.
    func clear() {
        guard let names = key.names() else { return }
        folder.outspoken.remove(names.token)
        folder.outspoken.remove(names.refusal)
    }

    /// Forgets that the server refused.
    func forgetRefusal() {
        guard let names = key.names() else { return }
        folder.remove(names.refusal)
    }

    /// What is known without asking.
    private func known(_ names: TokenCacheKey.Names, avoiding refused: HeldToken?) -> TokenSource.Outcome? {
        guard let opened = folder.open(isMade: false) else { return nil }
        if shares, let held = token(names, in: opened, avoiding: refused) { return .success(held) }
        let now = clock.wallClock()
        guard !insists, let refusal = remembered(names, in: opened), refusal.isStanding(at: now) else { return nil }
        return .failure(failures.failure(refusal, at: now))
    }

    private func token(
        _ names: TokenCacheKey.Names, in opened: PrivateFolder, avoiding refused: HeldToken?
    ) -> HeldToken? {
        guard let bytes = opened.read(names.token, limit: CachedToken.fileLimit),
            let token = CachedToken(bytes, key: names.token, margin: margin, at: Moment(now: clock)),
            token.held.credential.token.value != refused?.credential.token.value
        else { return nil }
        for secret in token.secrets { redactor.register(secret) }
        return token.held
    }

    private func remembered(_ names: TokenCacheKey.Names, in opened: PrivateFolder) -> RememberedRefusal? {
        opened.read(names.refusal, limit: RememberedRefusal.fileLimit)
            .flatMap { RememberedRefusal($0, key: names.refusal) }
    }

    /// Asks the server, and keeps what it said.
    private func asked(
        _ names: TokenCacheKey.Names, _ fetch: @Sendable () async -> TokenSource.Outcome
    ) async -> TokenSource.Outcome {
        let outcome = await fetch()
        switch outcome {
        case .success(let held):
            folder.remove(names.refusal)
            guard shares, !held.life.isDue(at: Moment(now: clock)),
                let bytes = CachedToken.bytes(of: held, key: names.token)
            else { break }
            folder.write(bytes, to: names.token)
        case .failure(let failure):
            let last = folder.open(isMade: false).flatMap { remembered(names, in: $0) }
            let refusal = RememberedRefusal(
                failure, after: last, at: clock.wallClock(), text: UntrustedText(redactor: redactor))
            if let refusal { folder.write(refusal.bytes(key: names.refusal), to: names.refusal) }
        }
        return outcome
    }
}
