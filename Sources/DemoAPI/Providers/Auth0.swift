import HTTPTypes
import Hummingbird

/// Auth0: an audience must be asked for, bodies may be JSON, errors are 401 and 403 `access_denied`.
///
/// Audiences that hold `unknown` are refused.
struct Auth0 {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/oauth/token", to: router) { call, _ in try await token(call) }
        desk.addMetadata(
            "/.well-known/openid-configuration", to: router,
            methods: ["client_secret_basic", "client_secret_post", "private_key_jwt"]
        ) { request, _ in (desk.url("/", request), desk.url("/oauth/token", request)) }
        let refusal = ProviderError(
            .unauthorized,
            [
                "statusCode": 401, "error": "Unauthorized", "message": "Invalid token",
                "attributes": ["error": "Invalid token"],
            ])
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let size = try query.int("per_page", default: 50)
            let page = ProviderRecords(start: try query.int("page", default: 0) * size, size: size)
            let users = page.list {
                [
                    "user_id": "auth0|\($0.uuid)", "name": "\($0.name)", "email": "\($0.email)",
                    "created_at": "\($0.date)",
                ]
            }
            guard query["include_totals"] == "true" else { return .json(users) }
            return .json([
                "start": .int(page.start), "limit": .int(size), "length": .int(page.entries.count),
                "total": .int(page.total), "users": users,
            ])
        }
    }

    private func token(_ call: TokenCall) async throws -> Response {
        guard let grant = call.form["grant_type"] else {
            throw ProviderError(.forbidden, "invalid_request", "Missing required parameter: grant_type")
        }
        guard grant == "client_credentials" else {
            throw ProviderError(.forbidden, "unauthorized_client", "Grant type '\(grant)' not allowed for the client.")
        }
        let client = try await client(call)
        guard let audience = call.form["audience"], !audience.isEmpty else {
            throw ProviderError(
                .forbidden, "access_denied",
                "No audience parameter was provided, and no default audience has been configured")
        }
        guard !audience.contains("unknown") else {
            throw ProviderError(.forbidden, "access_denied", "Service not enabled within domain: \(audience)")
        }
        let scopes = call.form["scope"].map { $0.split(separator: " ").map(String.init) } ?? ["read:users"]
        let token = desk.issue(.init(client: client, scopes: scopes, lifetime: 86_400, isJWT: true))
        return .json([
            "access_token": .string(token), "scope": .string(scopes.joined(separator: " ")), "expires_in": 86400,
            "token_type": "Bearer",
        ])
    }

    private func client(_ call: TokenCall) async throws -> OAuthClient {
        let refusal = ProviderError(.unauthorized, "access_denied", "Unauthorized")
        guard let assertion = call.form["client_assertion"] else {
            guard case .right(let client) = desk.secret(call, in: [.body, .form]) else { throw refusal }
            return client
        }
        // Auth0's issuer ends in a slash.
        let rules = AssertionRules(audiences: [desk.url("/", call.request), call.url])
        do {
            return try await desk.assertion(
                assertion, algorithms: ["RS256", "RS384", "PS256"], rules: rules, id: { $0["iss"]?.string }
            ).client
        } catch {
            throw ProviderError(.unauthorized, "invalid_client", "Client assertion is not valid: \(error)")
        }
    }
}
