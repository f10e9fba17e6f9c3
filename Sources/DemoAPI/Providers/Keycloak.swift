import HTTPTypes
import Hummingbird
import Synchronization

/// Keycloak: realms in the path, Basic form-decoded, tokens of five minutes, `not-before-policy`.
///
/// The realm `unknown` does not exist.
struct Keycloak {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/realms/:realm/protocol/openid-connect/token", to: router) { call, context in
            try await token(call, realm: try realm(context))
        }
        desk.addMetadata(
            "/realms/:realm/.well-known/openid-configuration", to: router,
            methods: [
                "private_key_jwt", "client_secret_basic", "client_secret_post", "tls_client_auth", "client_secret_jwt",
            ]
        ) { request, context in
            let issuer = desk.url("/realms/\(try realm(context))", request)
            return (issuer, issuer + "/protocol/openid-connect/token")
        }
        let refusal = ProviderError(.unauthorized, ["error": "HTTP 401 Unauthorized"])
        for path in ["/api/**", "/admin/**"] {
            desk.addAPI(to: router, at: path, refusal: refusal) { request in
                let query = Query(request)
                let page = ProviderRecords(
                    start: try query.int("first", default: 0), size: try query.int("max", default: 100))
                return .json(
                    page.list {
                        [
                            "id": "\($0.uuid)", "username": "\($0.name)", "email": "\($0.email)", "enabled": true,
                            "createdTimestamp": .int(1_704_099_600_000 + $0.number),
                        ]
                    })
            }
        }
    }

    private func realm(_ context: BasicRequestContext) throws -> String {
        let realm = context.parameters.get("realm") ?? ""
        guard realm != "unknown" else {
            throw ProviderError(
                .notFound, "Realm does not exist", "For more on this error consult the server log.")
        }
        return realm
    }

    private func token(_ call: TokenCall, realm: String) async throws -> Response {
        guard let grant = call.form["grant_type"] else {
            throw ProviderError(.badRequest, "invalid_request", "Missing form parameter: grant_type")
        }
        guard ["client_credentials", "password", "refresh_token"].contains(grant) else {
            throw ProviderError(.badRequest, "unsupported_grant_type", "Unsupported grant_type")
        }
        let client = try await client(call, realm: realm)
        var subject: String?
        let user = UserGrants(call: call, thumbprint: nil)
        var refreshToken: String?
        do {
            switch grant {
            case "password":
                let granted = try user.byPassword(client)
                (subject, refreshToken) = (granted.subject, granted.refreshToken)
            case "refresh_token":
                let granted = try user.byRefreshToken(client)
                (subject, refreshToken) = (granted.subject, granted.refreshToken ?? call.form["refresh_token"])
            default: break
            }
        } catch {
            guard error.code == "invalid_grant" else { throw error }
            let isPassword = grant == "password"
            throw ProviderError(
                isPassword ? .unauthorized : .badRequest, "invalid_grant",
                isPassword ? "Invalid user credentials" : "Token is not active")
        }
        let scope = call.form["scope"] ?? "profile email"
        let token = desk.issue(
            .init(
                client: client, subject: subject, scopes: scope.split(separator: " ").map(String.init), lifetime: 300,
                isJWT: true))
        var answer: JSONText = [
            "access_token": .string(token), "expires_in": 300, "refresh_expires_in": refreshToken == nil ? 0 : 1800,
            "token_type": "Bearer", "not-before-policy": 0, "scope": .string(scope),
        ]
        answer = answer.setting("refresh_token", to: refreshToken.map { .string($0) })
        return .json(answer, headers: HTTPFields(named: ["Cache-Control": "no-store"]))
    }

    private func client(_ call: TokenCall, realm: String) async throws -> OAuthClient {
        let refusal = ProviderError(
            .unauthorized, "unauthorized_client", "Invalid client or Invalid client credentials")
        guard let assertion = call.form["client_assertion"] else {
            if case .right(let client) = desk.secret(call, in: [.body, .form]) { return client }
            throw refusal
        }
        let rules = AssertionRules(audiences: [desk.url("/realms/\(realm)", call.request), call.url])
        do {
            return try await desk.assertion(
                assertion, algorithms: ProviderDesk.keyAlgorithms, rules: rules, id: { $0["iss"]?.string }
            ).client
        } catch .rule(let violation) {
            throw ProviderError(.badRequest, "invalid_client", "Invalid token: \(violation.message)")
        } catch {
            throw refusal
        }
    }
}
