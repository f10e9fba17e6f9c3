import HTTPTypes
import Hummingbird

/// GitHub's REST API for an App: a JWT of its own is exchanged for an installation's token.
///
/// Every request needs a `User-Agent`. The installation 404 does not exist.
struct GitHubApp {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/app/installations/:id/access_tokens", to: router) { call, context in
            try await token(call, installation: context.parameters.get("id") ?? "")
        }
        router.get(desk.path("/app/installations")) { request, context in
            try await TokenCall.answer(request, world: desk.world, context: context) { call in
                let client = try await app(call)
                return .json([["id": 1001, "app_id": .string(client.id), "account": ["login": "acme"]]])
            }
        }
        router.get(desk.path("/api/**")) { request, _ in
            try Self.checkAgent(request)
            let header = request.headers[.authorization] ?? ""
            let token = ["Bearer ", "token "].first(where: header.hasPrefix).map { String(header.dropFirst($0.count)) }
            guard desk.grant(of: token) != nil else { throw Self.error(.unauthorized, "Bad credentials") }
            return try repositories(request)
        }
    }

    private func token(_ call: TokenCall, installation: String) async throws -> Response {
        let client = try await app(call)
        guard Int(installation) != nil, installation != "404" else { throw Self.error(.notFound, "Not Found") }
        let token = desk.issue(.init(client: client, subject: installation, lifetime: 3600, prefix: "ghs_"))
        return .json(
            [
                "token": .string(token), "expires_at": .string(Clock.text(desk.world.clock.now + 3600)),
                "permissions": ["contents": "read", "metadata": "read"], "repository_selection": "all",
            ], status: .created)
    }

    /// The App that signed a request's JWT.
    private func app(_ call: TokenCall) async throws -> OAuthClient {
        try Self.checkAgent(call.request)
        guard let text = call.bearer else { throw Self.error(.unauthorized, "Requires authentication") }
        let now = desk.world.clock.now
        if let issued = SignedToken(text)?["iat"]?.number, issued > now {
            throw Self.error(
                .unauthorized,
                "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued")
        }
        var rules = AssertionRules(audiences: nil)
        (rules.needsID, rules.needsIssuedAt, rules.allowsReplay) = (false, true, true)
        do {
            return try await desk.assertion(
                text, algorithms: ["RS256"], rules: rules,
                id: { $0["iss"]?.string ?? $0["iss"]?.int.map(String.init) }
            ).client
        } catch .unknownIssuer {
            throw Self.error(.notFound, "Integration not found")
        } catch .rule(let violation) where violation.claim == "exp" && violation.message.contains("ahead") {
            throw Self.error(.unauthorized, "'Expiration time' claim ('exp') is too far in the future")
        } catch .rule(let violation) where violation.claim == "exp" {
            throw Self.error(
                .unauthorized,
                "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the "
                    + "assertion expires")
        } catch {
            throw Self.error(.unauthorized, "A JSON web token could not be decoded")
        }
    }

    private static func checkAgent(_ request: Request) throws {
        guard request.headers[.userAgent]?.isEmpty == false else {
            throw error(
                .forbidden,
                "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.")
        }
    }

    private static func error(_ status: HTTPResponse.Status, _ message: String) -> ProviderError {
        ProviderError(
            status,
            [
                "message": .string(message), "documentation_url": "https://docs.github.com/rest",
                "status": "\(status.code)",
            ])
    }

    private func repositories(_ request: Request) throws -> Response {
        let query = Query(request)
        let size = try query.int("per_page", default: 30)
        let number = max(1, try query.int("page", default: 1))
        let page = ProviderRecords(start: (number - 1) * size, size: size)
        var headers = HTTPFields(named: [
            "X-GitHub-Media-Type": "github.v3; format=json", "X-RateLimit-Remaining": "4999",
        ])
        if page.next != nil {
            let link = "\(request.origin)\(request.uri.path)?per_page=\(size)&page=\(number + 1)"
            headers[.named("Link")] = "<\(link)>; rel=\"next\""
        }
        let list = page.list {
            ["id": .int($0.number), "full_name": "acme/repo-\($0.number)", "private": true, "pushed_at": "\($0.date)"]
        }
        guard request.uri.path.hasSuffix("/installation/repositories") else { return .json(list, headers: headers) }
        return .json(["total_count": .int(page.total), "repositories": list], headers: headers)
    }
}
