import HTTPTypes
import Hummingbird
import Synchronization

/// What becomes of tokens: `POST /oauth/revoke` (RFC 7009) and `POST /oauth/introspect` (RFC 7662).
struct TokenUseRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/oauth/revoke") { request, context in try await revoke(request, context, root(request)) }
        router.post("/oauth/introspect") { request, context in try await introspect(request, context, root(request)) }
    }

    private func root(_ request: Request) -> TokenEndpoint {
        TokenEndpoint(issuer: request.origin, url: request.origin + "/oauth/token")
    }

    /// Revokes a token of the client's own; an unknown one is revoked already.
    func revoke(
        _ request: Request, _ context: BasicRequestContext, _ endpoint: TokenEndpoint
    ) async throws -> Response {
        try await TokenCall.answer(request, world: world, context: context) { call in
            let client = try await ClientAuthentication(call: call, endpoint: endpoint).client()
            guard let token = call.form["token"] else {
                throw TokenError(.badRequest, "invalid_request", "token is needed")
            }
            let owner =
                world.tokens.withLock { $0.grant(of: token)?.client }
                ?? world.refreshTokens.withLock { $0[token]?.client }
            guard let owner else { return .empty(.ok) }
            guard owner == client.id else {
                throw TokenError(.badRequest, "unauthorized_client", "the token belongs to another client")
            }
            world.tokens.withLock { $0.revoke(token) }
            world.refreshTokens.withLock { $0.revoke(token) }
            world.clients.withLock { $0.note(owner) { $0.revoked += 1 } }
            world.stats.withLock { $0.tokensRevoked += 1 }
            return .empty(.ok)
        }
    }

    /// Says what a token allows.
    func introspect(
        _ request: Request, _ context: BasicRequestContext, _ endpoint: TokenEndpoint
    ) async throws -> Response {
        try await TokenCall.answer(request, world: world, context: context) { call in
            _ = try await ClientAuthentication(call: call, endpoint: endpoint).client()
            world.stats.withLock { $0.introspections += 1 }
            guard let grant = world.tokens.withLock({ $0.grant(of: call.form["token"] ?? "") }), !grant.isRevoked,
                grant.expires > world.clock.now
            else { return .json(.object([("active", .bool(false))])) }
            let bound = grant.thumbprint
            return .json(
                .object([
                    ("active", .bool(true)), ("scope", .string(grant.scopes.joined(separator: " "))),
                    ("client_id", .string(grant.client)), ("sub", .string(grant.subject ?? grant.client)),
                    ("token_type", .string(bound == nil ? "Bearer" : "DPoP")),
                    ("iat", .int(Int(grant.issued))), ("exp", .int(Int(min(grant.expires, 1e15)))),
                ])
                .setting("cnf", to: bound.map { .object([("jkt", .string($0))]) }))
        }
    }
}
