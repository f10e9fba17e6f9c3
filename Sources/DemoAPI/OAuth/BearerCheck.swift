import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

extension World {
    /// Lets a request with a good bearer token through (RFC 6750).
    ///
    /// Throws: a 401 with `WWW-Authenticate` for a token that is missing, unknown, expired or revoked, a 403 for a
    /// scope that the token does not have.
    @discardableResult
    func requireToken(_ request: Request, scope: String) throws -> String {
        guard let header = request.headers[.authorization] else {
            throw refusal("a bearer token is needed", code: nil)
        }
        guard header.hasPrefix("Bearer ") else {
            throw refusal("the scheme must be Bearer", code: "invalid_request")
        }
        let token = String(header.dropFirst(7))
        guard let grant = tokens.withLock({ $0.grant(of: token) }) else {
            throw refusal("the token is not known", code: "invalid_token")
        }
        guard !grant.isRevoked else { throw refusal("the token was revoked", code: "invalid_token") }
        guard grant.expires > Date() else { throw refusal("the token has expired", code: "invalid_token") }
        guard grant.scopes.contains(scope) else {
            let challenge = "Bearer realm=\"demo\", error=\"insufficient_scope\", scope=\"\(scope)\""
            throw DemoError(
                .forbidden, "insufficient_scope", "the token lacks the scope \(scope)",
                headers: HTTPFields(named: ["WWW-Authenticate": challenge]))
        }
        return token
    }

    private func refusal(_ message: String, code: String?) -> DemoError {
        var challenge = "Bearer realm=\"demo\""
        if let code {
            challenge += ", error=\"\(code)\", error_description=\"\(message)\""
        }
        return DemoError(
            .unauthorized, code ?? "unauthorized", message, headers: HTTPFields(named: ["WWW-Authenticate": challenge]))
    }
}
