/// A call whose answer holds the token.
public struct RequestSource: Sendable {
    /// The call; its templates know `env`, `inputs`, `secrets`, `vars` and other sources' `auth`, its `authorization` is
    /// another source or none.
    @Boxed public var call: Call
    /// What becomes of the token; `answer.token` is set.
    @Boxed public var handling: TokenHandling

    /// Makes a source.
    public init(call: Call, handling: TokenHandling) {
        self.call = call
        self.handling = handling
    }
}
