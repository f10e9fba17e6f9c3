import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Sharing and renewing a token")
struct TokenSourceTests {
    private let fixture = Fixture()

    private func authorized(_ authorizer: any Authorizer) async throws -> HTTPRequest {
        var request = Fixture.request()
        try await authorizer.authorize(&request)
        return request
    }

    private func authorizer(_ transport: any Transport, _ fixture: Fixture? = nil) throws -> any Authorizer {
        try #require((fixture ?? self.fixture).credentials(transport).authorizer(named: "default"))
    }

    private func bearer(_ request: HTTPRequest) -> String? { request.headers.first("Authorization") }

    private func refusal(_ status: Int = 401, _ challenge: String? = nil) -> HTTPResponse {
        Answers.answer(
            status, "no", headers: challenge.map { [("WWW-Authenticate", $0)] } ?? [], url: "\(Fixture.api)/orders")
    }

    @Test("one token serves all requests until shortly before its end")
    func shared() async throws {
        let transport = ScriptedTransport { _, number throws(TransferError) in Answers.token("token-\(number)") }
        let authorizer = try authorizer(transport)
        #expect(bearer(try await authorized(authorizer)) == "Bearer token-1")
        fixture.clock.advance(by: .seconds(3539))
        #expect(bearer(try await authorized(authorizer)) == "Bearer token-1")
        fixture.clock.advance(by: .seconds(2))
        #expect(bearer(try await authorized(authorizer)) == "Bearer token-2")
        #expect(transport.requests.count == 2)
    }

    @Test("life is counted from before the last attempt was sent")
    func lifeFromSending() async throws {
        let clock = fixture.clock
        let transport = ScriptedTransport { _, number throws(TransferError) in
            clock.advance(by: .seconds(50))
            return number == 1 ? Answers.answer(503, "") : Answers.token("token-\(number)", expiresIn: "100")
        }
        let credentials = fixture.credentials(transport)
        let expiresAt = try #require(try await credentials.token(of: "default").expiresAt)
        #expect(expiresAt == clock.wallClock() + 50)
        clock.advance(by: .seconds(39))
        _ = try await credentials.token(of: "default")
        #expect(transport.requests.count == 2)
        clock.advance(by: .seconds(2))
        _ = try await credentials.token(of: "default")
        #expect(transport.requests.count == 3)
    }

    @Test("a token of two seconds and one of none serve a request each time", arguments: ["2", "0", "-5"])
    func shortLife(expiresIn: String) async throws {
        let transport = ScriptedTransport { _, number throws(TransferError) in
            Answers.token("token-\(number)", expiresIn: expiresIn)
        }
        let authorizer = try authorizer(transport)
        for number in 1...3 {
            #expect(bearer(try await authorized(authorizer)) == "Bearer token-\(number)")
            fixture.clock.advance(by: .seconds(2))
        }
        #expect(transport.requests.count == 3)
    }

    @Test("many requests at once cause one token request")
    func singleFlight() async throws {
        let gate = Gate()
        let transport = ScriptedTransport { _, number throws(TransferError) in
            await gate.pass()
            return Answers.token("token-\(number)")
        }
        let authorizer = try authorizer(transport)
        let values = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<50 { group.addTask { bearer(try await authorized(authorizer)) } }
            gate.open()
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(values == ["Bearer token-1"])
        #expect(transport.requests.count == 1)
    }

    @Test("a refusal is shared, and not asked for again")
    func sharedFailure() async throws {
        let transport = ScriptedTransport(Answers.refused("invalid_client", status: 401))
        let authorizer = try authorizer(transport)
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { (try? await authorized(authorizer)) == nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(failures == 20)
        await #expect(throws: AuthorizationFailure.self) { try await authorized(authorizer) }
        #expect(transport.requests.count == 1)
    }

    @Test("network errors, 408, 429 and 5xx are tried again, refusals are not")
    func retries() async throws {
        for status in [408, 429, 500, 501, 502, 503, 504, 599] {
            let transport = ScriptedTransport(Answers.answer(status, ""), Answers.token("t"))
            #expect(bearer(try await authorized(try authorizer(transport))) == "Bearer t")
        }
        for status in [400, 401, 403, 404, 409, 425] {
            let transport = ScriptedTransport(Answers.answer(status, ""), Answers.token("t"))
            await #expect(throws: AuthorizationFailure.self) { try await authorized(try authorizer(transport)) }
            #expect(transport.requests.count == 1)
        }
        let broken = ScriptedTransport { _, number throws(TransferError) in
            if number < 3 {
                throw TransferError(.bodyCut, message: "cut", host: "auth.example.com")
            }
            return Answers.token("t")
        }
        #expect(bearer(try await authorized(try authorizer(broken))) == "Bearer t")
    }

    @Test("an unreachable server is asked again by the next request")
    func temporaryFailure() async throws {
        let transport = ScriptedTransport { _, number throws(TransferError) in
            if number <= 5 {
                throw TransferError(.refused, message: "refused", host: "auth.example.com", isNothingSent: true)
            }
            return Answers.token("t")
        }
        let authorizer = try authorizer(transport)
        await #expect(throws: AuthorizationFailure.self) { try await authorized(authorizer) }
        #expect(bearer(try await authorized(authorizer)) == "Bearer t")
    }

    @Test("who is cancelled stops waiting, and the others get their token")
    func cancellation() async throws {
        let gate = Gate()
        let sent = Gate()
        let transport = ScriptedTransport { _, _ throws(TransferError) in
            sent.open()
            await gate.pass()
            return Answers.token("t")
        }
        let authorizer = try authorizer(transport)
        let first = Task { try await authorized(authorizer) }
        await sent.pass()
        let second = Task { try await authorized(authorizer) }
        first.cancel()
        let failure = await #expect(throws: AuthorizationFailure.self) { try await first.value }
        #expect((failure?.reason as? TokenFailure)?.kind == .cancelled)
        gate.open()
        #expect(bearer(try await second.value) == "Bearer t")
    }

    @Test("when nobody waits any more the request is cancelled, and the next one begins anew")
    func abandoned() async throws {
        let sent = Gate()
        let transport = ScriptedTransport { _, number throws(TransferError) in
            guard number == 1 else { return Answers.token("token-\(number)") }
            sent.open()
            // Ends when it is cancelled, and not before.
            let (never, _) = AsyncStream<Void>.makeStream()
            for await _ in never {}
            throw TransferError(.cancelled, message: "cancelled")
        }
        let authorizer = try authorizer(transport)
        let only = Task { try await authorized(authorizer) }
        await sent.pass()
        only.cancel()
        await #expect(throws: AuthorizationFailure.self) { try await only.value }
        #expect(bearer(try await authorized(authorizer)) == "Bearer token-2")
    }

    @Test("a request whose token was refused is worth one more with another token")
    func renewal() async throws {
        let transport = ScriptedTransport { _, number throws(TransferError) in Answers.token("token-\(number)") }
        let authorizer = try authorizer(transport)
        let request = try await authorized(authorizer)
        #expect(try await authorizer.renew(after: refusal(), of: request, isForced: false))
        #expect(bearer(try await authorized(authorizer)) == "Bearer token-2")
        // A second one that went with the old token finds the new one there.
        #expect(try await authorizer.renew(after: refusal(), of: request, isForced: false))
        #expect(transport.requests.count == 2)
    }

    @Test("many refused requests cause one token request")
    func renewalStorm() async throws {
        let transport = ScriptedTransport { _, number throws(TransferError) in Answers.token("token-\(number)") }
        let authorizer = try authorizer(transport)
        let request = try await authorized(authorizer)
        let renewed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { try await authorizer.renew(after: refusal(), of: request, isForced: false) }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(renewed == 50)
        #expect(transport.requests.count == 2)
    }

    @Test("an answer that is the last one and refuses the credential is told from others")
    func notAccepted() throws {
        let credentials = fixture.credentials(ScriptedTransport(Answers.token("t")))
        let challenge = "Bearer error=\"invalid_token\""
        let failure = try #require(credentials.failure(of: refusal(401, challenge), to: "default"))
        #expect(failure.kind == .notAccepted)
        #expect(failure.diagnostic.code == .tokenNotAccepted)
        #expect(
            failure.diagnostic.title == "https://api.example.com/orders answered 401: the credential is not accepted")
        #expect(failure.diagnostic.notes.prefix(2) == ["WWW-Authenticate: \(challenge)", "the body: no"])
        #expect(credentials.failure(of: refusal(401, "Bearer error=\"insufficient_scope\""), to: "default") == nil)
        #expect(credentials.failure(of: refusal(404), to: "default") == nil)
    }

    @Test("the same token again is no new token")
    func sameToken() async throws {
        let transport = ScriptedTransport(Answers.token("always"))
        let authorizer = try authorizer(transport)
        let request = try await authorized(authorizer)
        #expect(try await !authorizer.renew(after: refusal(), of: request, isForced: false))
        #expect(transport.requests.count == 2)
    }

    @Test("a call whose token is always refused causes two token requests and two calls")
    func alwaysRefused() async throws {
        let tokens = ScriptedTransport { _, number throws(TransferError) in Answers.token("token-\(number)") }
        let calls = ScriptedTransport(refusal())
        let exchange = Exchange(
            transport: calls, authorizer: try authorizer(tokens),
            policy: ExchangePolicy(
                retry: RetryPolicy(), maxRedirects: 5, maxWait: .zero, rateLimit: nil, allowSecretsOverHTTP: false),
            limits: RunLimits(clock: fixture.clock))
        #expect(try await exchange.run(Fixture.request(), to: .memory(limit: 100)).response.status == 401)
        #expect(calls.requests.map(bearer) == ["Bearer token-1", "Bearer token-2"])
        #expect(tokens.requests.count == 2)
    }

    @Test(
        "what another token would not help against",
        arguments: [
            (403, nil, [401], false), (401, "Bearer error=\"insufficient_scope\"", [401], false),
            (401, "Basic realm=x, Bearer realm=\"y\", error = insufficient_scope", [401], false),
            (403, "Bearer error=\"insufficient_scope\"", [401, 403], false), (403, nil, [401, 403], true),
            (401, nil, [403], false), (401, "Bearer error=\"invalid_token\"", [401], true), (500, nil, [401], false),
        ] as [(Int, String?, [Int], Bool)])
    func eligible(status: Int, challenge: String?, refreshOn: [Int], isRenewed: Bool) async throws {
        var fixture = fixture
        fixture.oauth.handling.refreshOn = refreshOn
        let transport = ScriptedTransport { _, number throws(TransferError) in Answers.token("token-\(number)") }
        let authorizer = try authorizer(transport, fixture)
        let request = try await authorized(authorizer)
        #expect(
            try await authorizer.renew(after: refusal(status, challenge), of: request, isForced: false) == isRenewed)
        #expect(try await authorizer.renew(after: refusal(status, challenge), of: request, isForced: true))
    }

    @Test("a request that went without a credential is not sent again")
    func withoutCredential() async throws {
        let transport = ScriptedTransport(Answers.token("t"))
        let authorizer = try authorizer(transport)
        _ = try await authorized(authorizer)
        #expect(try await !authorizer.renew(after: refusal(), of: Fixture.request(), isForced: false))
    }

    @Test("other members of the answer, from the token at hand or a new one")
    func members() async throws {
        let transport = ScriptedTransport(
            Answers.answer(200, #"{"access_token": "abc", "instance_url": "https://eu1.example.com"}"#))
        let credentials = fixture.credentials(transport)
        for _ in 0..<2 {
            #expect(
                try await credentials.members(of: "default").serialized()
                    == #"{"instance_url":"https://eu1.example.com"}"#)
        }
        #expect(transport.requests.count == 1)
    }
}
