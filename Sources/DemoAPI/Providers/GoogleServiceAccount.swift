import HTTPTypes
import Hummingbird

/// Google's token endpoint for service accounts: an RS256 assertion with a scope, for an hour at most.
struct GoogleServiceAccount {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/token", to: router) { call, _ in try await token(call) }
        let refusal = ProviderError(
            .unauthorized,
            [
                "error": [
                    "code": 401, "status": "UNAUTHENTICATED",
                    "message":
                        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
                ]
            ],
            headers: HTTPFields(named: [
                "WWW-Authenticate": "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\""
            ]))
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let page = ProviderRecords(
                start: try query.int("pageToken", default: 0), size: try query.int("pageSize", default: 100))
            let files = page.list {
                [
                    "kind": "drive#file", "id": "file-\($0.number)", "name": "\($0.name)", "mimeType": "text/plain",
                    "modifiedTime": "\($0.date)",
                ]
            }
            return .json(
                JSONText.object([("kind", "drive#fileList"), ("incompleteSearch", false)])
                    .setting("nextPageToken", to: page.next.map { "\($0)" }).setting("files", to: files))
        }
    }

    private func token(_ call: TokenCall) async throws -> Response {
        guard call.form["grant_type"] == GrantType.jwtBearer.rawValue else {
            throw ProviderError(
                .badRequest, "unsupported_grant_type", "Invalid grant_type: \(call.form["grant_type"] ?? "")")
        }
        guard let assertion = call.form["assertion"] else {
            throw ProviderError(.badRequest, "invalid_request", "Missing required parameter: assertion")
        }
        var rules = AssertionRules(audiences: [call.url])
        (rules.longestLife, rules.needsID, rules.needsIssuedAt, rules.allowsReplay) = (3600, false, true, true)
        let (token, client): (SignedToken, OAuthClient)
        do {
            (token, client) = try await desk.assertion(
                assertion, algorithms: ["RS256"], rules: rules, id: { $0["iss"]?.string })
        } catch {
            throw refusal(of: error)
        }
        guard let scope = token["scope"]?.string, !scope.isEmpty else {
            throw ProviderError(.badRequest, "invalid_scope", "Invalid OAuth scope or ID token audience provided.")
        }
        let access = desk.issue(
            .init(
                client: client, subject: token["sub"]?.string, scopes: scope.split(separator: " ").map(String.init),
                lifetime: 3599, prefix: "ya29.c."))
        return .json(["access_token": .string(access), "expires_in": 3599, "token_type": "Bearer"])
    }

    private func refusal(of fault: ProviderDesk.AssertionFault) -> ProviderError {
        let text =
            switch fault {
            case .notJWT: "Bad Request"
            case .unknownIssuer: "Invalid grant: account not found"
            case .algorithm, .signature: "Invalid JWT Signature."
            case .rule(let violation) where violation.claim == "aud":
                "Invalid JWT: Failed audience check. The right audience is the token URL."
            case .rule:
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim."
            }
        return ProviderError(.badRequest, "invalid_grant", text)
    }
}
