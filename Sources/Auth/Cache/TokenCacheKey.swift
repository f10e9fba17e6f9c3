import Diagnostics
import JobFile

/// What a token was asked for with: two sources share a token when all of this is the same.
///
/// The client's secret and its keys are part of it, so that a new secret is a new beginning. It is worked out when it is
/// needed: files that hold assertions are read then.
struct TokenCacheKey: Sendable {
    /// What the files of a source are called; they are hashes, and tell nothing.
    struct Names: Sendable, Hashable {
        /// The file of the token.
        let token: String
        /// The file of the refusal.
        let refusal: String
        /// The file that is locked while a token is got.
        let lock: String
    }

    static let tokenSuffix = ".token"
    static let refusalSuffix = ".refused"
    static let lockSuffix = ".lock"

    private let source: TokenSourceConfiguration
    private let others: [TokenSourceConfiguration]

    /// The key of a source.
    ///
    /// - Parameter others: the sources of the job, as the tokens of one may be handed in for those of another.
    init(_ source: TokenSourceConfiguration, among others: [TokenSourceConfiguration] = []) {
        self.source = source
        self.others = others
    }

    /// The names; nil for a source of which cannot be said when two of its tokens would be the same.
    func names() -> Names? {
        guard case .oauth(let oauth) = source.kind else { return nil }
        var material = KeyMaterial()
        material.add("errand token", "1")
        guard material.add(source, among: others) else { return nil }
        let token = material.digest
        // A refresh token that was put in place of a refused one is worth a try, and keeps the token that is there.
        if case .refreshToken(.file(let path)) = oauth.grant { material.addContent(of: path.value) }
        let refusal = material.digest
        return Names(
            token: token + Self.tokenSuffix, refusal: refusal + Self.refusalSuffix, lock: token + Self.lockSuffix)
    }
}
