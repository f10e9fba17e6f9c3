import HTTPTypes
import Hummingbird

/// DocuSign: an RS256 assertion for a user, its audience a bare host, and the API's base from `/oauth/userinfo`.
///
/// The user `00000000-0000-0000-0000-000000000000` has not consented.
struct DocuSign {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/oauth/token", to: router) { call, _ in try await token(call) }
        desk.addAPI(
            to: router, at: "/oauth/userinfo",
            refusal: ProviderError(.unauthorized, "internal_server_error", "Unauthorized")
        ) { request in
            let account: JSONText = [
                "account_id": "624e3e00-0000-4000-8000-000000000001", "is_default": true, "account_name": "Acme",
                "base_uri": .string(desk.url("/api", request)),
            ]
            let other: JSONText = [
                "account_id": "624e3e00-0000-4000-8000-000000000002", "is_default": false, "account_name": "Other",
                "base_uri": "https://eu.docusign.example",
            ]
            let user = desk.bearerGrant(request)?.subject ?? ""
            return .json([
                "sub": .string(user), "name": "Grace", "email": "grace@example.com", "accounts": [other, account],
            ])
        }
        let refusal = ProviderError(
            .unauthorized,
            [
                "errorCode": "AUTHORIZATION_INVALID_TOKEN",
                "message": "The access token provided is expired, revoked or malformed.",
            ])
        desk.addAPI(to: router, refusal: refusal) { request in
            let query = Query(request)
            let size = try query.int("count", default: 100)
            let page = ProviderRecords(start: try query.int("start_position", default: 0), size: size)
            let envelopes = page.list {
                [
                    "envelopeId": "\($0.uuid)", "status": "completed", "emailSubject": "\($0.name)",
                    "sentDateTime": "\($0.date)",
                ]
            }
            // Counts are texts, and the next page is relative to the version's base.
            return .json(
                JSONText.object([
                    ("resultSetSize", "\(page.entries.count)"), ("totalSetSize", "\(page.total)"),
                    ("startPosition", "\(page.start)"),
                ])
                .setting("nextUri", to: page.next.map { "/accounts/x/envelopes?start_position=\($0)&count=\(size)" })
                .setting("envelopes", to: envelopes))
        }
    }

    private func token(_ call: TokenCall) async throws -> Response {
        guard call.form["grant_type"] == GrantType.jwtBearer.rawValue else {
            throw ProviderError(.badRequest, "invalid_request", "unsupported_grant_type")
        }
        let authority = call.request.head.authority ?? ""
        let host = authority.split(separator: ":").first.map(String.init) ?? ""
        var rules = AssertionRules(audiences: ["account-d.docusign.com", "account.docusign.com", authority, host])
        (rules.longestLife, rules.needsID, rules.needsIssuedAt) = (3600, false, true)
        let (token, client): (SignedToken, OAuthClient)
        do {
            (token, client) = try await desk.assertion(
                call.form["assertion"] ?? "", algorithms: ["RS256"], rules: rules, id: { $0["iss"]?.string })
        } catch {
            throw refusal(of: error)
        }
        guard let user = token["sub"]?.string, user.utf8.count == 36 else {
            throw ProviderError(.badRequest, "invalid_grant", "user_not_found")
        }
        guard user != "00000000-0000-0000-0000-000000000000" else {
            throw ProviderError(.badRequest, ["error": "consent_required"])
        }
        let scope = token["scope"]?.string ?? ""
        guard scope.split(separator: " ").contains("impersonation") else {
            throw ProviderError(.badRequest, "invalid_grant", "missing_scope_impersonation")
        }
        let access = desk.issue(
            .init(client: client, subject: user, scopes: scope.split(separator: " ").map(String.init), isJWT: true))
        return .json([
            "access_token": .string(access), "token_type": "Bearer", "expires_in": 3600, "scope": .string(scope),
        ])
    }

    private func refusal(of fault: ProviderDesk.AssertionFault) -> ProviderError {
        let text =
            switch fault {
            case .notJWT: "invalid_assertion"
            case .unknownIssuer: "issuer_not_found"
            case .algorithm, .signature: "no_valid_keys_or_signatures"
            case .rule(let violation) where violation.claim == "aud": "invalid_audience"
            case .rule(let violation) where violation.message.contains("expired"): "expired_token"
            case .rule(let violation): "invalid_\(violation.claim)"
            }
        return ProviderError(.badRequest, "invalid_grant", text)
    }
}
