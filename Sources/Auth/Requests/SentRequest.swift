import Diagnostics
import JWT
import JobFile

/// What a refusal may be about: the token request as it was sent last.
struct SentRequest: Sendable {
    /// What servers call a refusal of something that is not, or no longer, good.
    private static let codesOfTime: Set<String> = [
        "invalid_client", "invalid_grant", "invalid_request", "invalid_dpop_proof",
    ]

    let oauth: OAuthSource
    let server: TokenServer
    /// What was signed.
    let signed: TokenRequestAuthorizer.Signed
    /// With what the DPoP proof was signed; nil for none.
    let proofAlgorithm: SigningAlgorithm?
    /// Our own time of day when the answer came, in seconds since 1970.
    let time: Double
    /// The seconds that the server's clock is ahead of ours; nil when it does not say what time it is.
    let skew: Double?

    /// The skew where it is large enough to matter.
    private var notableSkew: Double? {
        skew.flatMap { ClockAdvice.isNotable($0) ? $0 : nil }
    }

    /// The skew where it may be the reason of this refusal.
    func skew(behind error: ServerError) -> Double? {
        guard isSigned, error.code.map(Self.codesOfTime.contains) ?? true else { return nil }
        return notableSkew
    }

    /// Whether there is anything in it that has a time.
    private var isSigned: Bool { signed.client != nil || signed.grant != nil || proofAlgorithm != nil }

    /// The assertion that a refusal with a code is about.
    func assertion(code: String?) -> SignedJWT? {
        code == "invalid_grant" ? signed.grant : signed.client ?? signed.grant
    }
}
