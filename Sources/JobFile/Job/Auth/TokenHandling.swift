/// What becomes of a token once it is there.
public struct TokenHandling: Sendable {
    /// Where tokens are kept for the next request.
    public enum Cache: String, Sendable, Hashable, CaseIterable {
        /// In the process: each run gets its own.
        case memory
        /// On disk: runs share them, also at the same time.
        case disk
    }

    /// Where the token is put in a request.
    public var placement: TokenPlacement
    /// Where the token and its life stand in the answer.
    public var answer: TokenAnswerPaths
    /// The life of a token when the server gives none.
    public var lifetime: Duration?
    /// How long before its end a token is renewed; nil for the lesser of 60 s and a tenth of its life.
    public var refreshMargin: Duration?
    /// The statuses of an API's answer on which a new token is got once.
    public var refreshOn: [Int]
    /// Scopes that the token must have been granted.
    public var requireScope: [String]
    /// Where tokens are kept.
    public var cache: Cache
    /// Whether the token is revoked when the run ends, RFC 7009.
    public var revokes: Bool
    /// Where tokens are revoked; nil for what the issuer's metadata says.
    public var revocationURL: String?

    /// Makes a handling; the defaults are those of the language.
    public init(
        placement: TokenPlacement = TokenPlacement(),
        answer: TokenAnswerPaths = TokenAnswerPaths(),
        lifetime: Duration? = nil,
        refreshMargin: Duration? = nil,
        refreshOn: [Int] = [401],
        requireScope: [String] = [],
        cache: Cache = .memory,
        revokes: Bool = false,
        revocationURL: String? = nil
    ) {
        self.placement = placement
        self.answer = answer
        self.lifetime = lifetime
        self.refreshMargin = refreshMargin
        self.refreshOn = refreshOn
        self.requireScope = requireScope
        self.cache = cache
        self.revokes = revokes
        self.revocationURL = revocationURL
    }
}
