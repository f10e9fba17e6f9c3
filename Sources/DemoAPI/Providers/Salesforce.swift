import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Salesforce: answers without `expires_in`, an `instance_url` to go to, errors of the API as arrays.
///
/// A JWT's `sub` that begins with `unapproved` has not approved the app.
struct Salesforce {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/services/oauth2/token", to: router) { call, _ in try await token(call) }
        let refusal = ProviderError(
            .unauthorized, [["message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID"]])
        for path in ["/instance/**", "/api/**"] {
            desk.addAPI(to: router, at: path, refusal: refusal) { request in try query(request) }
        }
        // `nextRecordsUrl` begins at the root of the instance's host, which here is the server's own.
        router.get("/services/data/**") { request, _ in
            guard desk.bearerGrant(request) != nil else { throw refusal }
            return try query(request)
        }
    }

    private func token(_ call: TokenCall) async throws -> Response {
        let client: OAuthClient
        var subject: String?
        switch call.form["grant_type"] {
        case "client_credentials": client = try self.client(call)
        case "refresh_token":
            client = try self.client(call)
            do {
                _ = try UserGrants(call: call, thumbprint: nil).byRefreshToken(client)
            } catch {
                throw ProviderError(.badRequest, "invalid_grant", "expired access/refresh token: \(error.description)")
            }
        case GrantType.jwtBearer.rawValue:
            let token: SignedToken
            (token, client) = try await assertion(call)
            subject = token["sub"]?.string
        default: throw ProviderError(.badRequest, "unsupported_grant_type", "grant type not supported")
        }
        let token = desk.issue(
            .init(client: client, subject: subject, scopes: ["api"], lifetime: 7200, prefix: "00DDemo!"))
        let instance = desk.url("/instance", call.request)
        return .json([
            "access_token": .string(token), "signature": "c2lnbmF0dXJlIG9mIHRoZSBkZW1v", "scope": "api",
            "instance_url": .string(instance), "id": .string(desk.url("/id/00DDemo/005Demo", call.request)),
            "token_type": "Bearer", "issued_at": .string(String(Int(desk.world.clock.now * 1000))),
        ])
    }

    private func client(_ call: TokenCall) throws -> OAuthClient {
        switch desk.secret(call, in: [.body, .form]) {
        case .right(let client): return client
        case .wrong: throw ProviderError(.badRequest, "invalid_client", "invalid client credentials")
        case .missing, .unknown: throw ProviderError(.badRequest, "invalid_client_id", "client identifier invalid")
        }
    }

    private func assertion(_ call: TokenCall) async throws -> (SignedToken, OAuthClient) {
        guard let text = call.form["assertion"] else {
            throw ProviderError(.badRequest, "invalid_request", "must provide assertion")
        }
        var rules = AssertionRules(audiences: [
            "https://login.salesforce.com", "https://test.salesforce.com", desk.url("", call.request), call.url,
        ])
        (rules.longestLife, rules.needsID) = (300, false)
        do {
            let (token, client) = try await desk.assertion(
                text, algorithms: ["RS256"], rules: rules, id: { $0["iss"]?.string })
            guard token["sub"]?.string?.hasPrefix("unapproved") == false else {
                throw ProviderError(.badRequest, "invalid_grant", "user hasn't approved this consumer")
            }
            return (token, client)
        } catch let fault as ProviderDesk.AssertionFault {
            throw refusal(of: fault)
        }
    }

    private func refusal(of fault: ProviderDesk.AssertionFault) -> ProviderError {
        switch fault {
        case .unknownIssuer: ProviderError(.badRequest, "invalid_client_id", "client identifier invalid")
        case .rule(let violation) where violation.claim == "aud":
            ProviderError(.badRequest, "invalid_grant", "audience is invalid")
        case .rule(let violation) where violation.claim == "exp":
            ProviderError(.badRequest, "invalid_grant", "expired authorization code: \(violation.message)")
        default: ProviderError(.badRequest, "invalid_grant", "invalid assertion")
        }
    }

    /// The answer to a SOQL query, two records a page, the next by `nextRecordsUrl`.
    private func query(_ request: Request) throws -> Response {
        let path = request.uri.path
        let isNext = path.contains("/query/01gDemo-")
        let start = isNext ? Int(path.split(separator: "-").last ?? "") ?? 0 : 0
        let page = ProviderRecords(start: start, size: 2)
        let data = path.range(of: "/services/").map { String(path[$0.lowerBound...]) } ?? path
        let base = data.range(of: "/query").map { String(data[..<$0.lowerBound]) } ?? data
        let records = page.list {
            [
                "attributes": ["type": "Account", "url": "\(base)/sobjects/Account/001Demo\($0.number)"],
                "Id": "001Demo\($0.number)", "Name": "\($0.name)", "LastModifiedDate": "\($0.date)",
            ]
        }
        return .json(
            JSONText.object([("totalSize", .int(page.total)), ("done", .bool(page.next == nil))])
                .setting("nextRecordsUrl", to: page.next.map { "\(base)/query/01gDemo-\($0)" })
                .setting("records", to: records))
    }
}
