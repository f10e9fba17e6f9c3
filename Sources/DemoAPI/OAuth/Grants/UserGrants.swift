import HTTPTypes
import Synchronization

/// The grants that stand for a user: `password` (RFC 6749 4.3) and `refresh_token` (RFC 6749 6).
struct UserGrants {
    let call: TokenCall
    /// The key that the request proves to have.
    let thumbprint: String?

    private var form: Query { call.form }
    private var world: World { call.world }

    /// Grants to the one user there is.
    func byPassword(_ client: OAuthClient) throws(TokenError) -> GrantedToken {
        guard let user = form["username"], let password = form["password"] else {
            throw TokenError(.badRequest, "invalid_request", "username and password are needed")
        }
        guard user == "grace", password == "hopper-1906" else {
            throw TokenError(.badRequest, "invalid_grant", "the user or the password is wrong")
        }
        let scopes = try client.granted(form["scope"])
        let refreshToken = world.refreshTokens.withLock {
            $0.issue(.init(client: client.id, scopes: scopes, subject: user, thumbprint: thumbprint))
        }
        return GrantedToken(client: client, scopes: scopes, subject: user, refreshToken: refreshToken)
    }

    /// Grants anew; the old refresh token is spent where the client rotates.
    func byRefreshToken(_ client: OAuthClient) throws(TokenError) -> GrantedToken {
        guard let text = form["refresh_token"], !text.isEmpty else {
            throw TokenError(.badRequest, "invalid_request", "refresh_token is needed")
        }
        guard let token = world.refreshTokens.withLock({ $0[text] }) else {
            throw TokenError(.badRequest, "invalid_grant", "the refresh token is not known")
        }
        guard token.client == client.id else {
            throw TokenError(.badRequest, "invalid_grant", "the refresh token belongs to another client")
        }
        guard !token.isRevoked else {
            throw TokenError(.badRequest, "invalid_grant", "the refresh token was revoked")
        }
        // Tokens of clients with a secret are bound to the client, not to a key (RFC 9449 5).
        if client.authentication == .none, let bound = token.thumbprint, bound != thumbprint {
            throw TokenError(.badRequest, "invalid_dpop_proof", "the refresh token is bound to another key")
        }
        let scopes = try client.granted(form["scope"], of: token.scopes)
        var granted = GrantedToken(client: client, scopes: scopes, subject: token.subject)
        // In one step: of two requests with the same token only one may get the next.
        let outcome = world.refreshTokens.withLock { $0.use(text, rotates: client.rotates) }
        switch outcome {
        case .spent: throw TokenError(.badRequest, "invalid_grant", "the refresh token was used already")
        case .kept: break
        case .replaced(let next): granted.refreshToken = next
        }
        return granted
    }
}
