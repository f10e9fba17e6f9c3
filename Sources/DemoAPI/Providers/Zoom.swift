import HTTPTypes
import Hummingbird

/// Zoom's server-to-server OAuth: Basic, `grant_type=account_credentials`, `account_id` in the body or the query.
///
/// The account `unknown` does not exist.
struct Zoom {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/oauth/token", to: router) { call, _ in try token(call) }
        let refusal = ProviderError(.unauthorized, ["code": 124, "message": "Invalid access token."])
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let size = try query.int("page_size", default: 30)
            let start = query["next_page_token"].flatMap { Int($0.dropFirst(5)) } ?? 0
            let page = ProviderRecords(start: start, size: size)
            let users = page.list {
                [
                    "id": "zoom-\($0.number)", "display_name": "\($0.name)", "email": "\($0.email)",
                    "created_at": "\($0.date)",
                ]
            }
            return .json([
                "page_size": .int(size), "total_records": .int(page.total),
                "next_page_token": .string(page.next.map { "page-\($0)" } ?? ""), "users": users,
            ])
        }
    }

    private func token(_ call: TokenCall) throws -> Response {
        guard case .right(let client) = desk.secret(call, in: [.raw, .form]) else {
            throw Self.error("Invalid client_id or client_secret", "invalid_client")
        }
        // Zoom's own examples send both parameters in the query.
        guard (call.form["grant_type"] ?? call.query["grant_type"]) == "account_credentials" else {
            throw Self.error("unsupported grant type", "unsupported_grant_type")
        }
        guard let account = call.form["account_id"] ?? call.query["account_id"], !account.isEmpty, account != "unknown"
        else { throw Self.error("Bad Request", "invalid_request") }
        let token = desk.issue(.init(client: client, scopes: ["user:read:admin"], lifetime: 3599, isJWT: true))
        return .json([
            "access_token": .string(token), "token_type": "bearer", "expires_in": 3599, "scope": "user:read:admin",
            "api_url": .string(desk.url("/api", call.request)),
        ])
    }

    private static func error(_ reason: String, _ code: String) -> ProviderError {
        ProviderError(.badRequest, ["reason": .string(reason), "error": .string(code)])
    }
}
