import Diagnostics
public import HTTP
public import JSON
public import JobFile

/// All token sources of a run.
///
/// A source gets a token when the first request needs one, shares it between all requests, renews it before it expires
/// and once when an API refuses it. Many requests that need a token at the same time cause one token request.
public final class Credentials: Sendable {
    private let directory = SourceDirectory()
    private let fetches: [String: OAuthFetch]
    private let spendings: Spendings

    /// Makes the sources of a job; nothing is sent or run until a credential is needed.
    ///
    /// - Parameters:
    ///   - sources: what the job file says; each name once.
    ///   - context: what they share, and what they need from the layers above.
    public init(_ sources: [TokenSourceConfiguration], context: SourceContext) {
        let factory = SourceFactory(context: context, directory: directory)
        var fetches: [String: OAuthFetch] = [:]
        for configuration in sources {
            let oauth = factory.fetch(configuration, among: sources)
            fetches[configuration.name] = oauth
            directory.add(factory.authorizer(configuration, oauth), named: configuration.name)
        }
        self.fetches = fetches
        spendings = factory.shared.spendings
    }

    /// What puts a source's credential into requests; nil when there is no source of this name.
    public func authorizer(named name: String) -> (any Authorizer)? {
        directory[name]
    }

    /// The credential of a source, got or renewed when need be.
    ///
    /// - Throws: why there is none.
    public func token(of name: String) async throws(TokenFailure) -> Token {
        try await directory.token(of: name)
    }

    /// The members of a source's token answer but for the token, from an answer that is at hand or a new one.
    ///
    /// - Throws: why there is none.
    public func members(of name: String) async throws(TokenFailure) -> JSONValue {
        try await directory.members(of: name)
    }

    /// Why a call failed whose last answer refuses a source's credential; nil for any other answer.
    ///
    /// By then a new token was got and refused as well, where one could be got.
    public func failure(of response: HTTPResponse, to name: String) -> TokenFailure? {
        directory[name]?.failure(of: response)
    }

    /// Removes the token of a source that runs share, and what is remembered of a refusal; the next run asks the server.
    public func clearCache(of name: String) {
        fetches[name]?.clearCache()
    }

    /// Forgets that the token endpoint of a source refused a moment ago; a token that runs share stays.
    public func forgetRefusal(of name: String) {
        fetches[name]?.forgetRefusal()
    }

    /// Ends the use of the credentials.
    ///
    /// It waits for refresh tokens that are being spent, whose successors must not be lost, and revokes the tokens of
    /// sources that say so, unless other runs share them. It does so also for a task that was cancelled. What cannot be revoked in time expires by itself.
    ///
    /// - Parameter limit: how long it may take in all.
    public func finish(within limit: Duration = .seconds(10)) async {
        let fetches = fetches.values.filter(\.isRevoking)
        // Most runs have nothing to do here, and a task with a clock of its own is not for nothing.
        guard !fetches.isEmpty || !spendings.isEmpty else { return }
        await bounded(by: limit) { [spendings] in
            await spendings.finish()
            await withDiscardingTaskGroup { group in
                for fetch in fetches { group.addTask { await fetch.revoke() } }
            }
        }
    }

    /// Waits for refresh tokens that are being spent; the tokens stay good.
    ///
    /// - Parameter limit: how long it may take in all.
    public func settle(within limit: Duration = .seconds(10)) async {
        guard !spendings.isEmpty else { return }
        await bounded(by: limit) { [spendings] in await spendings.finish() }
    }

    /// Does something in a task of its own, which is not cancelled when this one is, and cancels it when its time is over.
    private func bounded(by limit: Duration, _ operation: @escaping @Sendable () async -> Void) async {
        await Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await Task.sleep(for: limit) }
                group.addTask { await operation() }
                _ = await group.next()
                group.cancelAll()
            }
        }.value
    }
}
