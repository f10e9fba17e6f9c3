import HTTP
import Secrets
import Testing

struct ExchangeAuthorizationTests {
    private static let api = "https://api.example.com/items"

    private func authorizations(_ test: TestExchange) -> [String?] {
        test.transport.requests.map { $0.headers.first("Authorization") }
    }

    @Test func everyAttemptIsAuthorized() async throws {
        let test = TestExchange(
            [.answer(503), .answer(200)], authorizer: ScriptedAuthorizer(for: Self.api))
        _ = try await test.run(.get())
        #expect(authorizations(test) == ["Bearer token-1", "Bearer token-1"])
    }

    @Test func aRefusedTokenIsReplacedOnceAndTheCallReplayed() async throws {
        let authorizer = ScriptedAuthorizer(for: Self.api)
        let test = TestExchange([.answer(401), .answer(200)], authorizer: authorizer)
        let result = try await test.run(.post())
        #expect(result.response.status == 200 && result.retries == 0)
        #expect(authorizations(test) == ["Bearer token-1", "Bearer token-2"])
    }

    @Test func aSecondRefusalIsTheAnswer() async throws {
        let authorizer = ScriptedAuthorizer(for: Self.api)
        let test = TestExchange([.answer(401)], authorizer: authorizer)
        #expect(try await test.run(.get()).response.status == 401)
        #expect(test.transport.requests.count == 2)
        #expect(authorizer.renewals == [false])
    }

    @Test func aRuleForcesANewToken() async throws {
        let authorizer = ScriptedAuthorizer(for: Self.api)
        let test = TestExchange(
            [.answer(200), .answer(201)], authorizer: authorizer,
            classify: { $0.status == 200 ? .reauthorize : .ordinary })
        #expect(try await test.run(.get()).response.status == 201)
        #expect(authorizer.renewals == [true])
    }

    @Test func aRuleWithoutAnythingToRenewEndsWithTheAnswer() async throws {
        let test = TestExchange([.answer(200)], classify: { _ in .reauthorize })
        #expect(try await test.run(.get()).response.status == 200)
        #expect(test.transport.requests.count == 1)
    }

    @Test func anotherOriginGetsNoToken() async throws {
        let test = TestExchange(
            [.answer(302, ["Location": "https://other.example.com/x"]), .answer(200)],
            authorizer: ScriptedAuthorizer(for: Self.api))
        let result = try await test.run(.get())
        #expect(result.redirects == 1 && result.response.url == "https://other.example.com/x")
        #expect(authorizations(test) == ["Bearer token-1", nil])
    }

    @Test func theTokenDoesNotComeBack() async throws {
        let test = TestExchange(
            [
                .answer(302, ["Location": "https://other.example.com/x"]),
                .answer(302, ["Location": "https://api.example.com/admin"]), .answer(200),
            ], authorizer: ScriptedAuthorizer(for: Self.api))
        _ = try await test.run(.get())
        #expect(authorizations(test) == ["Bearer token-1", nil, nil])
    }

    @Test func theTokenGoesAlongWithinAnOrigin() async throws {
        let test = TestExchange(
            [.answer(307, ["Location": "/moved"]), .answer(200)], authorizer: ScriptedAuthorizer(for: Self.api))
        _ = try await test.run(.get())
        #expect(authorizations(test) == ["Bearer token-1", "Bearer token-1"])
    }

    @Test func aRefusalElsewhereRenewsNothing() async throws {
        let authorizer = ScriptedAuthorizer(for: Self.api)
        let test = TestExchange(
            [.answer(302, ["Location": "https://other.example.com/x"]), .answer(401)], authorizer: authorizer)
        #expect(try await test.run(.get()).response.status == 401)
        #expect(authorizer.renewals == [])
    }

    @Test func aHostThatMustNotGetTheTokenIsAnError() async {
        let test = TestExchange([.answer(200)], authorizer: ScriptedAuthorizer(for: Self.api))
        let error = await test.failure(of: .get("https://other.example.com/"))
        guard case .authorization(let failure)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason is ScriptedAuthorizer.HostNotAllowed)
        #expect(test.transport.requests.isEmpty)
    }

    @Test(arguments: ["http://api.example.com/", "http://10.0.0.1/", "http://localhost.example.com/"])
    func secretsStayOffPlainHTTP(url: String) async {
        var secretQuery = HTTPRequest.get(url)
        secretQuery.secretQueryNames = ["key"]
        var secretHeader = HTTPRequest.get(url)
        secretHeader.headers.add(HTTPHeader("X-Key", SensitiveText("k", isSecret: true)))
        for request in [secretQuery, secretHeader, .post(url, isSecret: true)] {
            let test = TestExchange([.answer(200)])
            let error = await test.failure(of: request)
            guard case .plainHTTP? = error?.kind else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(test.transport.requests.isEmpty)
        }
        let test = TestExchange([.answer(200)], authorizer: ScriptedAuthorizer(for: url))
        #expect(await test.failure(of: .get(url)) != nil)
        #expect(test.transport.requests.isEmpty)
    }

    @Test func plainHTTPIsFineWithoutSecretsOrWhereAllowed() async throws {
        let url = "http://api.example.com/"
        #expect(try await TestExchange([.answer(200)]).run(.get(url)).response.status == 200)
        let authorizer = ScriptedAuthorizer(for: url)
        let allowed = TestExchange([.answer(200)], authorizer: authorizer, allowHTTP: true)
        #expect(try await allowed.run(.get(url)).response.status == 200)
        let local = "http://127.0.0.1:8080/"
        let loopback = TestExchange([.answer(200)], authorizer: ScriptedAuthorizer(for: local))
        #expect(try await loopback.run(.get(local)).response.status == 200)
    }

    @Test func aRedirectToPlainHTTPKeepsTheTokenBack() async {
        let test = TestExchange(
            [.answer(302, ["Location": "http://api.example.com/items"]), .answer(200)],
            authorizer: ScriptedAuthorizer(for: Self.api))
        let error = await test.failure(of: .get())
        guard case .redirect? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(test.transport.requests.count == 1)
    }

    @Test func aRefusedRedirectSaysWhereItLeads() async {
        let test = TestExchange([.answer(302, ["Location": "file:///etc/passwd"])])
        let error = await test.failure(of: .get())
        guard case .redirect(let reason)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("file:///etc/passwd"))
    }
}
