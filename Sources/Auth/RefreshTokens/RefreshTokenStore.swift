import JSON
import Secrets

/// Keeps the refresh token of a source; the server may hand out a new one each time, RFC 6749 section 6.
protocol RefreshTokenStore: Sendable {
    /// The refresh token as it is now, also when another process has changed it.
    func current() throws(TokenFailure) -> Secret

    /// Makes sure that a new refresh token could be kept; the old one is of no use after it was spent.
    func checkWritable() throws(TokenFailure)

    /// Keeps a new refresh token.
    func replace(_ token: Secret) throws(TokenFailure)

    /// Does something while no other process spends the refresh token.
    func exclusively(_ body: @Sendable () async -> TokenSource.Outcome) async -> TokenSource.Outcome

    /// That the run ended before the refresh token was spent.
    var cancelled: TokenFailure { get }
}

extension RefreshTokenStore {
    /// Spends the refresh token, and keeps the new one before anybody uses what it brought.
    ///
    /// A refusal may be for a token that another program has replaced meanwhile: then the new one is tried, once.
    ///
    /// - Parameters:
    ///   - spendings: what the run must not end before; waiting for another process is not among it.
    ///   - request: asks the token endpoint; the refresh token is among the members of its answer.
    func spend(
        in spendings: Spendings, _ request: @escaping @Sendable (Secret) async -> TokenSource.Outcome
    ) async -> TokenSource.Outcome {
        await exclusively { await spendings.spend { await spend(request) } ?? .failure(cancelled) }
    }

    private func spend(_ request: @Sendable (Secret) async -> TokenSource.Outcome) async -> TokenSource.Outcome {
        do throws(TokenFailure) {
            let token = try current()
            try checkWritable()
            let outcome = await request(token)
            guard case .failure(let failure) = outcome, failure.isLasting else {
                return try keeping(outcome, spent: token)
            }
            guard let other = try? current(), other != token else { return outcome }
            return try keeping(await request(other), spent: other)
        } catch {
            return .failure(error)
        }
    }

    private func keeping(_ outcome: TokenSource.Outcome, spent: Secret) throws(TokenFailure) -> TokenSource.Outcome {
        // A server that hands out none leaves the old one as it is.
        if case .success(let held) = outcome, let text = held.credential.token.members["refresh_token"]?.string,
            !text.isEmpty, text != spent.reveal()
        {
            try replace(Secret(text))
        }
        return outcome
    }
}
