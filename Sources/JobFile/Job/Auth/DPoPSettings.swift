public import Diagnostics
public import JWT

/// How tokens are bound to a key, RFC 9449.
public struct DPoPSettings: Sendable {
    /// The key; nil for one that lives as long as the run.
    public var key: Located<PrivateKey>?
    /// The algorithm; nil for the key's own first one.
    public var algorithm: SigningAlgorithm?

    /// Makes settings.
    public init(key: Located<PrivateKey>? = nil, algorithm: SigningAlgorithm? = nil) {
        self.key = key
        self.algorithm = algorithm
    }
}
