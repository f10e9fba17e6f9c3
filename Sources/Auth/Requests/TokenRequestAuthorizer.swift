import HTTP
import Secrets
import Synchronization

/// Completes each attempt at an authorization server: the form, what proves the client, and the DPoP proof.
///
/// Retries go through it as well, because servers take an assertion or a proof only once.
final class TokenRequestAuthorizer: Authorizer {
    /// What was signed for the last attempt.
    struct Signed: Sendable, Hashable {
        var client: SignedJWT?
        var grant: SignedJWT?
    }

    /// Makes the fields of a form, at a time of day that suits the server's clock.
    typealias Form =
        @Sendable (_ now: Double, AuthenticationParts) async throws(TokenFailure) -> (GrantFields, [FormField])

    private let authentication: ClientAuthentication
    private let prover: DPoPProver?
    private let clock: any HTTPClock
    private let offset: Double
    private let form: Form
    private let last = Mutex(Signed())

    /// Makes an authorizer.
    ///
    /// - Parameter offset: the seconds that the server's clock is ahead of ours.
    init(
        _ authentication: ClientAuthentication, prover: DPoPProver?, clock: any HTTPClock, offset: Double,
        form: @escaping Form
    ) {
        self.authentication = authentication
        self.prover = prover
        self.clock = clock
        self.offset = offset
        self.form = form
    }

    /// What was signed for the last attempt.
    var signed: Signed { last.withLock { $0 } }

    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure) {
        do throws(TokenFailure) {
            let now = clock.wallClock() + offset
            let proof = try authentication.proof(at: now)
            let (grant, fields) = try await form(now, proof)
            last.withLock { $0 = Signed(client: proof.assertion, grant: grant.assertion) }
            request.body = FormField.body(fields)
            if let basic = proof.basic {
                request.headers.set(
                    HTTPHeader("Authorization", SensitiveText("Basic \(basic.reveal())", isSecret: true)))
            }
            try prover?.addProof(to: &request, token: nil)
        } catch {
            throw AuthorizationFailure(error)
        }
    }

    func wantsAnotherProof(after response: HTTPResponse, to request: HTTPRequest) -> Bool {
        prover?.isNonceWanted(by: response) ?? false
    }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool { false }

    func observe(_ response: HTTPResponse, to request: HTTPRequest) {
        prover?.observe(response, to: request)
    }
}
