import HTTPTypes
import Hummingbird
import Synchronization

/// The proof at a token endpoint (RFC 9449 5, 8).
struct TokenProof {
    let call: TokenCall
    let endpoint: TokenEndpoint

    /// What the proof came to.
    struct Result {
        /// The key to bind the token to; nil for a token that is not bound.
        var thumbprint: String?
        /// The nonce to be used from now on.
        var nextNonce: String?
    }

    /// Checks the proof as the client's registration wants it; a client that is not known yet may bring one.
    func check(_ client: OAuthClient?) async throws(TokenError) -> Result {
        let rule = endpoint.demandsDPoP ? .required : client?.dpop ?? .allowed
        let hasProof = call.request.headers[.named(ProofCheck.field)] != nil
        if rule == .none || (rule == .allowed && !hasProof) { return Result() }
        let needsNonce = endpoint.demandsDPoP || client?.needsNonce ?? false
        let check = ProofCheck(world: call.world, request: call.request, needsNonce: needsNonce)
        do {
            let thumbprint = try await check.thumbprint()
            return Result(
                thumbprint: thumbprint, nextNonce: needsNonce ? call.world.nextNonce(after: call.request) : nil)
        } catch {
            var headers = HTTPFields()
            if error.code == "use_dpop_nonce" {
                headers[.named("DPoP-Nonce")] = call.world.nonces.withLock { $0.current }
            }
            throw TokenError(.badRequest, error.code, error.message, headers: headers)
        }
    }
}
