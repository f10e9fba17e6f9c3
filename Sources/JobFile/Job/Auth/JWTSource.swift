/// A JWT of our own that is the bearer token itself.
public struct JWTSource: Sendable {
    /// What is signed.
    @Boxed public var claims: SignedClaims
    /// Where it is put in a request.
    public var placement: TokenPlacement
    /// Headers that go along with it, to the same hosts and no further.
    public var requestHeaders: [OAuthSource.Parameter]

    /// Makes a source.
    public init(
        claims: SignedClaims, placement: TokenPlacement = TokenPlacement(),
        requestHeaders: [OAuthSource.Parameter] = []
    ) {
        self.claims = claims
        self.placement = placement
        self.requestHeaders = requestHeaders
    }
}
