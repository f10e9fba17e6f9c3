import HTTPTypes
import Hummingbird
import Synchronization

/// `POST /oauth/token`, with the answers that real servers give, good and bad.
///
/// The query of the token URL chooses:
/// - `expires_in`: `number`, `string`, `float`, `null`, `missing`, `zero`, `negative`, `huge`, or seconds
/// - `format`: `opaque`, `jwt`; `token_type`: any text, or `missing`; `granted`: the scope named in the answer
/// - `shape`: `nested` (`{"data": {"jwt": …, "valid_for": …}}`), `absolute` (`expires_at` as Unix time)
/// - `error`, `fail`, `key`, `after`: see ``TokenFaults``
struct TokenRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/oauth/token") { request, _ in try await token(request) }
        router.get("/oauth/token") { _, _ in
            Response.json(.object([("error", .string("method_not_allowed"))]), status: .methodNotAllowed)
        }
    }

    private func token(_ request: Request) async throws -> Response {
        let query = Query(request)
        if let fault = try await TokenFaults(world: world, request: request, query: query).response() {
            return fault
        }
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw TokenError(.badRequest, "invalid_request", "the body must be form-encoded, it is '\(type)'")
        }
        let form = Query(String(decoding: try await request.bodyBytes(), as: UTF8.self))
        guard form["grant_type"] == "client_credentials" else {
            throw TokenError(.badRequest, "unsupported_grant_type", "only client_credentials is supported")
        }
        let client = try ClientAuthentication(request: request, form: form).client()
        let scopes = try scopes(asked: form["scope"], of: client)
        if let audience = client.audience, form["audience"] != audience {
            throw TokenError(.forbidden, "access_denied", "this client must ask for the audience \(audience)")
        }
        let answer = TokenAnswer(query: query, client: client, scopes: scopes)
        let token = world.tokens.withLock {
            $0.issue(to: client, scopes: scopes, lifetime: answer.lifetime, isJWT: answer.isJWT)
        }
        world.stats.withLock { $0.tokensIssued += 1 }
        return .json(answer.body(token: token), headers: HTTPFields(named: ["Cache-Control": "no-store"]))
    }

    private func scopes(asked: String?, of client: OAuthClient) throws(TokenError) -> [String] {
        guard let asked, !asked.isEmpty else { return client.scopes }
        let scopes = asked.split(separator: " ").map(String.init)
        if let unknown = scopes.first(where: { !client.scopes.contains($0) }) {
            throw TokenError(.badRequest, "invalid_scope", "the client may not ask for '\(unknown)'")
        }
        return scopes
    }
}
