import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Microsoft Entra ID, v2.0: secrets, certificates and federated credentials, AADSTS errors, Graph.
///
/// The tenant `unknown` does not exist; the secret `expired-secret` has expired.
struct Entra {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/:tenant/oauth2/v2.0/token", to: router) { call, context in
            try await token(call, tenant: context.parameters.get("tenant") ?? "")
        }
        desk.addMetadata(
            "/:tenant/v2.0/.well-known/openid-configuration", to: router,
            methods: ["client_secret_post", "private_key_jwt", "client_secret_basic"]
        ) { request, context in
            let tenant = context.parameters.get("tenant") ?? ""
            let isShared = ["common", "organizations", "consumers"].contains(tenant)
            return (
                desk.url("/\(isShared ? "{tenantid}" : tenant)/v2.0", request),
                desk.url("/\(tenant)/oauth2/v2.0/token", request)
            )
        }
        let refusal = ProviderError(
            .unauthorized,
            [
                "error": [
                    "code": "InvalidAuthenticationToken", "message": "Access token validation failure.",
                    "innerError": ["date": "2024-01-01T00:00:00", "request-id": "0000", "client-request-id": "0000"],
                ]
            ])
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let page = ProviderRecords(
                start: try query.int("$skiptoken", default: 0), size: try query.int("$top", default: 100))
            let users = page.list { ["id": "\($0.uuid)", "displayName": "\($0.name)", "mail": "\($0.email)"] }
            let link = page.next.map { next in
                "\(request.origin)\(request.uri.path)?$top=\(query["$top"] ?? "100")&$skiptoken=\(next)"
            }
            return .json(
                JSONText.object([
                    ("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#users")
                ])
                .setting("@odata.nextLink", to: link.map { .string($0) }).setting("value", to: users))
        }
    }

    private func token(_ call: TokenCall, tenant: String) async throws -> Response {
        guard tenant != "unknown" else {
            throw error(
                90002, "invalid_request",
                "Tenant '\(tenant)' not found. Check to make sure you have the correct tenant ID.")
        }
        for name in ["grant_type", "client_id", "scope"] where (call.form[name] ?? "").isEmpty {
            let message = "The request body must contain the following parameter: '\(name)'."
            throw error(900144, "invalid_request", message)
        }
        guard call.form["grant_type"] == "client_credentials" else {
            throw error(70003, "unsupported_grant_type", "The app requested an unsupported grant type.")
        }
        let id = call.form["client_id"] ?? ""
        guard let client = desk.world.clients.withLock({ $0[id] }) else {
            let message = "Application with identifier '\(id)' was not found in the directory '\(tenant)'."
            throw error(700016, "unauthorized_client", message)
        }
        let scopes = (call.form["scope"] ?? "").split(separator: " ").map(String.init)
        guard scopes.count == 1 else {
            throw error(
                70011, "invalid_scope", "The provided request must include a 'scope' input parameter with one resource."
            )
        }
        guard scopes[0].hasSuffix("/.default") else {
            throw error(
                1_002_012, "invalid_scope",
                "The provided value for scope \(scopes[0]) is not valid. Client credential flows must have a scope "
                    + "value with /.default suffixed to the resource identifier (application ID URI).")
        }
        if let assertion = call.form["client_assertion"] {
            try await EntraAssertion(entra: self, call: call, tenant: tenant).check(assertion, of: client)
        } else {
            try checkSecret(call, of: client)
        }
        let token = desk.issue(.init(client: client, scopes: scopes, lifetime: 3599, isJWT: true))
        return .json([
            "token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599, "access_token": .string(token),
        ])
    }

    private func checkSecret(_ call: TokenCall, of client: OAuthClient) throws {
        switch desk.secret(call, in: [.body, .form]) {
        case .missing:
            let message =
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
            throw error(7_000_218, "invalid_client", message, .unauthorized)
        case .right(let right) where right.id == client.id:
            guard client.secret != "expired-secret" else {
                let message = "The provided client secret keys for app '\(client.id)' are expired."
                throw error(7_000_222, "invalid_client", message, .unauthorized)
            }
        default:
            throw error(
                7_000_215, "invalid_client",
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret "
                    + "value, not the client secret ID, for a secret added to app '\(client.id)'.", .unauthorized)
        }
    }

    /// An error as Entra writes it.
    func error(
        _ number: Int, _ code: String, _ message: String, _ status: HTTPResponse.Status = .badRequest
    ) -> ProviderError {
        let time = Clock.text(desk.world.clock.now).replacingOccurrences(of: "T", with: " ")
        let (trace, correlation) = ("3f2a1c00-0000-4000-8000-000000000001", "3f2a1c00-0000-4000-8000-000000000002")
        return ProviderError(
            status,
            [
                "error": .string(code),
                "error_description": .string(
                    "AADSTS\(number): \(message) Trace ID: \(trace) Correlation ID: \(correlation) Timestamp: \(time)"),
                "error_codes": [.int(number)], "timestamp": .string(time), "trace_id": .string(trace),
                "correlation_id": .string(correlation),
                "error_uri": "https://login.microsoftonline.com/error?code=\(number)",
            ])
    }
}
