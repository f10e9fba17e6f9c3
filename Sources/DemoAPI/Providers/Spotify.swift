import HTTPTypes
import Hummingbird

/// Spotify: Basic or the body, an hour, 400 for a wrong client.
struct Spotify {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/api/token", to: router) { call, _ in try token(call) }
        let refusal = ProviderError(.unauthorized, ["error": ["status": 401, "message": "Invalid access token"]])
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let size = try query.int("limit", default: 20)
            let page = ProviderRecords(start: try query.int("offset", default: 0), size: size)
            let here = request.origin + request.uri.path
            let items = page.list {
                [
                    "id": "album-\($0.number)", "name": "\($0.name)", "type": "album",
                    "release_date": "\($0.date.prefix(10))",
                ]
            }
            return .json([
                "href": .string(here), "items": items, "limit": .int(size),
                "next": page.next.map { "\(here)?offset=\($0)&limit=\(size)" } ?? .null, "offset": .int(page.start),
                "total": .int(page.total),
            ])
        }
    }

    private func token(_ call: TokenCall) throws -> Response {
        let client: OAuthClient
        switch desk.secret(call, in: [.body, .raw, .form]) {
        case .right(let right): client = right
        case .wrong: throw ProviderError(.badRequest, "invalid_client", "Invalid client secret")
        case .missing, .unknown: throw ProviderError(.badRequest, "invalid_client", "Invalid client")
        }
        guard call.form["grant_type"] == "client_credentials" else {
            throw ProviderError(
                .badRequest, "unsupported_grant_type",
                "grant_type must be client_credentials, authorization_code or refresh_token")
        }
        let token = desk.issue(.init(client: client, prefix: "BQ"))
        return .json(["access_token": .string(token), "token_type": "Bearer", "expires_in": 3600])
    }
}
