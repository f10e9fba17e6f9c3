import HTTPTypes
import Hummingbird
import Synchronization

/// `POST /oauth/token`, with the answers that real servers give, good and bad.
///
/// The grants are those of ``GrantType``. The query of the token URL chooses:
/// - `expires_in`: `number`, `string`, `float`, `null`, `missing`, `zero`, `negative`, `huge`, or seconds
/// - `format`: `opaque`, `jwt`; `token_type`: any text, or `missing`; `granted`: the scope named in the answer
/// - `shape`: `nested` (`{"data": {"jwt": …, "valid_for": …}}`), `absolute` (`expires_at` as Unix time)
/// - `refresh=1`: a refresh token comes along, though it should not
/// - `error`, `fail`, `key`, `after`: see ``TokenFaults``
struct TokenRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/oauth/token") { request, context in
            let endpoint = TokenEndpoint(
                issuer: request.origin, url: request.origin + "/oauth/token", query: request.uri.query)
            return try await token(request, context, endpoint)
        }
        router.get("/oauth/token") { _, _ in
            Response.json(.object([("error", .string("method_not_allowed"))]), status: .methodNotAllowed)
        }
    }

    /// Answers a token request at one of the endpoints.
    func token(
        _ request: Request, _ context: BasicRequestContext, _ endpoint: TokenEndpoint
    ) async throws -> Response {
        try await TokenCall.answer(request, world: world, context: context) { call in
            if let fault = try await TokenFaults(call: call).response() {
                return fault
            }
            guard call.contentType.hasPrefix("application/x-www-form-urlencoded") else {
                let type = request.headers[.contentType] ?? ""
                throw TokenError(.badRequest, "invalid_request", "the body must be form-encoded, it is '\(type)'")
            }
            return try await answer(call, endpoint)
        }
    }

    private func answer(_ call: TokenCall, _ endpoint: TokenEndpoint) async throws(TokenError) -> Response {
        guard let grant = call.form["grant_type"].flatMap(GrantType.init(rawValue:)) else {
            let known = GrantType.allCases.map(\.rawValue).joined(separator: ", ")
            throw TokenError(.badRequest, "unsupported_grant_type", "the grants are \(known)")
        }
        let authentication = ClientAuthentication(call: call, endpoint: endpoint)
        let client =
            grant == .jwtBearer && !authentication.isPresent ? nil : try await authentication.client()
        if let client, let grants = client.grants, !grants.contains(grant.rawValue) {
            throw TokenError(.badRequest, "unauthorized_client", "the client may not use \(grant.rawValue)")
        }
        let proof = try await TokenProof(call: call, endpoint: endpoint).check(client)
        var granted = try await self.granted(grant, call, endpoint, client: client, proof: proof)
        if let audience = granted.client.audience, call.form["audience"] != audience {
            throw TokenError(.forbidden, "access_denied", "this client must ask for the audience \(audience)")
        }
        if call.query["refresh"] == "1" {
            granted.refreshToken = world.refreshTokens.withLock { [granted] in
                $0.issue(.init(client: granted.client.id, scopes: granted.scopes, subject: granted.subject))
            }
        }
        return issue(granted, call, proof)
    }

    private func granted(
        _ grant: GrantType, _ call: TokenCall, _ endpoint: TokenEndpoint, client: OAuthClient?, proof: TokenProof.Result
    ) async throws(TokenError) -> GrantedToken {
        guard let client, grant != .jwtBearer else {
            return try await AssertionGrant(call: call, endpoint: endpoint, client: client).grant()
        }
        let user = UserGrants(call: call, thumbprint: proof.thumbprint)
        return switch grant {
        case .clientCredentials, .jwtBearer:
            GrantedToken(client: client, scopes: try client.granted(call.form["scope"]))
        case .password: try user.byPassword(client)
        case .refreshToken: try user.byRefreshToken(client)
        case .tokenExchange: try await ExchangeGrant(call: call, client: client).grant()
        }
    }

    private func issue(_ granted: GrantedToken, _ call: TokenCall, _ proof: TokenProof.Result) -> Response {
        let now = world.clock.now
        let answer = TokenAnswer(query: call.query, granted: granted, isBound: proof.thumbprint != nil, now: now)
        let token = world.issue(
            .init(
                client: granted.client.id, subject: granted.subject, scopes: granted.scopes, issued: now,
                expires: now + answer.lifetime, thumbprint: proof.thumbprint), isJWT: answer.isJWT)
        var headers = HTTPFields(named: ["Cache-Control": "no-store"])
        if let nonce = proof.nextNonce {
            headers[.named("DPoP-Nonce")] = nonce
        }
        return .json(answer.body(token: token), headers: headers)
    }
}

extension World {
    /// Issues a token and counts it.
    func issue(_ grant: TokenStore.Grant, isJWT: Bool, prefix: String = "dt/") -> String {
        stats.withLock { $0.tokensIssued += 1 }
        clients.withLock { $0.note(grant.client) { $0.issued += 1 } }
        return tokens.withLock { $0.issue(grant, isJWT: isJWT, prefix: prefix) }
    }
}
