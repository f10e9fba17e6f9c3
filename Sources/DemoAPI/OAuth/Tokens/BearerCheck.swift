import HTTPTypes
import Hummingbird
import Synchronization

extension World {
    /// Lets a request with a good token through: a bearer token (RFC 6750), or a bound one with its proof (RFC 9449 7).
    ///
    /// Throws: a 401 with `WWW-Authenticate` for a token that is missing, unknown, expired or revoked, a 403 for a
    /// scope that the token does not have.
    @discardableResult
    func requireToken(_ request: Request, scope: String) async throws -> String {
        guard let header = request.headers[.authorization] else {
            throw refusal("a bearer token is needed", code: nil)
        }
        let token: String
        let grant: TokenStore.Grant
        if header.hasPrefix("Bearer ") {
            token = String(header.dropFirst(7))
            grant = try good(token, scheme: "Bearer")
            guard grant.thumbprint == nil else {
                throw refusal("the token is bound to a key and wants a proof", code: "invalid_token", scheme: "DPoP")
            }
        } else if header.hasPrefix("DPoP ") {
            token = String(header.dropFirst(5))
            grant = try good(token, scheme: "DPoP")
            try await checkProof(of: request, token: token, grant: grant)
        } else {
            throw refusal("the scheme must be Bearer", code: "invalid_request")
        }
        guard grant.scopes.contains(scope) else {
            let challenge = "Bearer realm=\"demo\", error=\"insufficient_scope\", scope=\"\(scope)\""
            throw DemoError(
                .forbidden, "insufficient_scope", "the token lacks the scope \(scope)",
                headers: HTTPFields(named: ["WWW-Authenticate": challenge]))
        }
        return token
    }

    private func good(_ token: String, scheme: String) throws -> TokenStore.Grant {
        guard let grant = tokens.withLock({ $0.grant(of: token) }), grant.provider == nil else {
            throw refusal("the token is not known", code: "invalid_token", scheme: scheme)
        }
        guard !grant.isRevoked else {
            throw refusal("the token was revoked", code: "invalid_token", scheme: scheme)
        }
        guard grant.expires > clock.now else {
            throw refusal("the token has expired", code: "invalid_token", scheme: scheme)
        }
        return grant
    }

    private func checkProof(of request: Request, token: String, grant: TokenStore.Grant) async throws {
        guard let bound = grant.thumbprint else {
            throw refusal("the token is not bound to a key", code: "invalid_token", scheme: "DPoP")
        }
        let needsNonce = clients.withLock { $0[grant.client] }?.needsNonce ?? false
        let check = ProofCheck(world: self, request: request, accessToken: token, needsNonce: needsNonce)
        let thumbprint: String
        do {
            thumbprint = try await check.thumbprint()
        } catch {
            var refusal = refusal(error.message, code: error.code, scheme: "DPoP")
            if error.code == "use_dpop_nonce" {
                refusal.headers[.named("DPoP-Nonce")] = nonces.withLock { $0.current }
            }
            throw refusal
        }
        guard thumbprint == bound else {
            throw refusal("the token is bound to another key", code: "invalid_token", scheme: "DPoP")
        }
    }

    private func refusal(_ message: String, code: String?, scheme: String = "Bearer") -> DemoError {
        var challenge = scheme == "DPoP" ? "DPoP realm=\"demo\", algs=\"ES256 EdDSA\"" : "Bearer realm=\"demo\""
        if let code {
            challenge += ", error=\"\(code)\", error_description=\"\(message)\""
        }
        return DemoError(
            .unauthorized, code ?? "unauthorized", message, headers: HTTPFields(named: ["WWW-Authenticate": challenge]))
    }
}
