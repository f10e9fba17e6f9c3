import HTTPTypes
import Hummingbird

/// Login with Amazon for the Selling Partner API: a refresh token in the body, `x-amz-access-token` at the API.
struct AmazonLWA {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/auth/o2/token", to: router) { call, _ in try token(call) }
        router.get(desk.path("/api/**")) { request, _ in
            guard desk.grant(of: request.headers[.named("x-amz-access-token")]) != nil else {
                throw ProviderError(
                    .forbidden,
                    [
                        "errors": [
                            [
                                "code": "Unauthorized", "message": "Access to requested resource is denied.",
                                "details": "The access token you provided is revoked, malformed or invalid.",
                            ]
                        ]
                    ])
            }
            return try orders(request)
        }
    }

    private func token(_ call: TokenCall) throws -> Response {
        guard case .right(let client) = desk.secret(call, in: .body) else {
            throw ProviderError(.unauthorized, "invalid_client", "Client authentication failed")
        }
        var order = ProviderDesk.Order(client: client, prefix: "Atza|")
        var refreshToken: String?
        switch call.form["grant_type"] {
        case "refresh_token":
            refreshToken = call.form["refresh_token"]
            // Amazon's refresh tokens do not rotate.
            var fixed = client
            fixed.rotates = false
            do {
                order.subject = try UserGrants(call: call, thumbprint: nil).byRefreshToken(fixed).subject
            } catch {
                throw ProviderError(
                    .badRequest, "invalid_grant", "The request has an invalid grant parameter : refresh_token")
            }
        case "client_credentials":
            guard let scope = call.form["scope"], !scope.isEmpty else {
                throw ProviderError(.badRequest, "invalid_scope", "The request is missing a required parameter : scope")
            }
            order.scopes = scope.split(separator: " ").map(String.init)
        default:
            throw ProviderError(
                .badRequest, "unsupported_grant_type",
                "The authorization grant type is not supported by the authorization server")
        }
        let answer: JSONText = [
            "access_token": .string(desk.issue(order)), "token_type": "bearer", "expires_in": 3600,
        ]
        return .json(answer.setting("refresh_token", to: refreshToken.map { .string($0) }))
    }

    private func orders(_ request: Request) throws -> Response {
        let query = Query(request)
        let size = try query.int("MaxResultsPerPage", default: 100)
        let page = ProviderRecords(start: try query.int("NextToken", default: 0), size: size)
        let orders = page.list {
            ["AmazonOrderId": "902-0000001-000000\($0.number)", "OrderStatus": "Shipped", "PurchaseDate": "\($0.date)"]
        }
        let payload: JSONText = ["Orders": orders]
        return .json(["payload": payload.setting("NextToken", to: page.next.map { "\($0)" })])
    }
}
