import HTTPTypes
import Synchronization

/// The grant `urn:ietf:params:oauth:grant-type:jwt-bearer` (RFC 7523 2.1).
struct AssertionGrant {
    let call: TokenCall
    let endpoint: TokenEndpoint
    /// The client that authenticated; nil when the assertion is all there is.
    let client: OAuthClient?

    func grant() async throws(TokenError) -> GrantedToken {
        guard let text = call.form["assertion"] else {
            throw TokenError(.badRequest, "invalid_request", "assertion is needed")
        }
        guard let token = SignedToken(text) else { throw Self.refusal("the assertion is no JWT") }
        guard let id = token["iss"]?.string, let issuer = call.world.clients.withLock({ $0[id] }) else {
            throw Self.refusal("the assertion's iss is not known")
        }
        guard let subject = token["sub"]?.string, !subject.isEmpty else {
            throw Self.refusal("the assertion has no sub")
        }
        let isSigned =
            token.isSymmetric ? await token.isSigned(with: issuer.secret) : await token.isSigned(byOneOf: issuer.keys)
        guard isSigned else {
            throw Self.refusal("the assertion's signature (\(token.algorithm)) is not that of '\(id)'")
        }
        var rules = AssertionRules(audiences: endpoint.audiences(of: issuer))
        rules.longestLife = 3600
        rules.needsID = false
        do {
            try rules.check(token, world: call.world)
        } catch {
            throw Self.refusal(error.message)
        }
        let client = client ?? issuer
        let scopes = try client.granted(call.form["scope"] ?? token["scope"]?.string)
        return GrantedToken(client: client, scopes: scopes, subject: subject)
    }

    private static func refusal(_ message: String) -> TokenError {
        TokenError(.badRequest, "invalid_grant", message)
    }
}
