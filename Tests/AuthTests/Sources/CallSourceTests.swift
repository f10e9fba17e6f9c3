import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A source whose token comes by a call of the job's own")
struct CallSourceTests {
    private let fixture = Fixture()
    private static let login = "https://login.example.com/session"

    private func source(
        _ url: String = CallSourceTests.login, auth: CallAuthorization = .none, hosts: [String]? = nil,
        handling: TokenHandling? = nil
    ) throws -> TokenSourceConfiguration {
        let standard = TokenHandling(answer: TokenAnswerPaths(token: try JSONPath("$.data.jwt")))
        return fixture.source(
            "session",
            .request(RequestSource(call: try fixture.call(url, auth: auth), handling: handling ?? standard)),
            hosts: hosts)
    }

    private func failure(_ answers: HTTPResponse..., url: String = CallSourceTests.login) async throws -> TokenFailure {
        let transport = ScriptedTransport { _, number throws(TransferError) in answers[min(number, answers.count) - 1] }
        let credentials = Credentials([try source(url)], context: fixture.sourceContext(transport))
        let found = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "session") }
        return try #require(found)
    }

    @Test("the token stands where the job says, and what else the answer has is there for others")
    func token() async throws {
        let transport = ScriptedTransport(
            Answers.answer(201, #"{"data": {"jwt": "the-token-1", "refresh_token": "other-secret"}, "tenant": "acme"}"#)
        )
        let credentials = Credentials([try source()], context: fixture.sourceContext(transport))
        var request = Fixture.request()
        let authorizer = try #require(credentials.authorizer(named: "session"))
        try await authorizer.authorize(&request)
        #expect(request.headers.all("Authorization") == ["Bearer the-token-1"])
        #expect(try await credentials.members(of: "session")["tenant"]?.string == "acme")
        #expect(transport.requests.map(\.url) == [Self.login])
        #expect(transport.requests.map(\.method) == ["POST"])
        #expect(fixture.redactor.redact("the-token-1 other-secret") == "*** ***")
    }

    @Test("what the answer holds is secret before anybody who watches sees it")
    func observed() async throws {
        let transport = ScriptedTransport(Answers.answer(200, #"{"data": {"jwt": "the-token-1"}}"#))
        let seen = Seen()
        var context = fixture.sourceContext(transport)
        let redactor = fixture.redactor
        context.observe = { name, event in
            if case .responseReceived(let response) = event {
                seen.add("\(name): \(redactor.redact(String(decoding: response.body, as: UTF8.self)))")
            }
        }
        _ = try await Credentials([try source()], context: context).token(of: "session")
        #expect(seen.all == [#"session: {"data": {"jwt": "***"}}"#])
    }

    @Test("its life: seconds, an instant of RFC 3339, one of Unix")
    func life() async throws {
        for (body, expected) in [
            (#"{"t": "abc", "in": 100}"#, 1_800_000_100.0),
            (#"{"t": "abc", "at": "2027-01-15T08:01:00Z"}"#, 1_800_000_060),
            (#"{"t": "abc", "at": "1800000030"}"#, 1_800_000_030),
            (#"{"t": "abc", "in": 100, "at": 1800000030}"#, 1_800_000_030),
        ] {
            let handling = TokenHandling(
                answer: TokenAnswerPaths(
                    token: try JSONPath("$.t"), expiresIn: try JSONPath("$.in"), expiresAt: try JSONPath("$.at")))
            let transport = ScriptedTransport(Answers.answer(200, body))
            let credentials = Credentials([try source(handling: handling)], context: fixture.sourceContext(transport))
            #expect(try await credentials.token(of: "session").expiresAt == expected)
        }
    }

    @Test("with the credential of another source, which goes to its own hosts only")
    func otherCredential() async throws {
        let key = fixture.source(
            "key", .apiKey(APIKey(placement: .header("X-Api-Key"), value: Secret("key-12345"))),
            hosts: ["login.example.com"])
        let transport = ScriptedTransport(Answers.answer(200, #"{"data": {"jwt": "abc"}}"#))
        let good = Credentials([try source(auth: .source("key")), key], context: fixture.sourceContext(transport))
        _ = try await good.token(of: "session")
        #expect(transport.requests.first?.headers.all("X-Api-Key") == ["key-12345"])

        let elsewhere = fixture.source(
            "key", .apiKey(APIKey(placement: .header("X-Api-Key"), value: Secret("key-12345"))),
            hosts: ["other.example.com"])
        let bad = Credentials([try source(auth: .source("key")), elsewhere], context: fixture.sourceContext(transport))
        let failure = await tokenFailure { () async throws(TokenFailure) in try await bad.token(of: "session") }
        #expect(failure?.kind == .hostNotAllowed)
        #expect(transport.requests.count == 1)
    }

    @Test("a redirect is not followed: it would take the call's secrets along")
    func redirect() async throws {
        let failure = try await failure(
            Answers.answer(302, "", headers: [("Location", "https://evil.example/")], url: Self.login))
        #expect(failure.diagnostic.code == .tokenAnswerUnusable)
        #expect(failure.diagnostic.title == "\(Self.login) answered 302 with a redirect")
        #expect(failure.diagnostic.notes == ["it leads to: https://evil.example/"])
        #expect(failure.diagnostic.span?.text == Fixture.tokenURL)
    }

    @Test("an error of the server: what it said, and not asked again")
    func refused() async throws {
        let failure = try await failure(Answers.answer(401, #"{"error": "bad_user"}"#, url: Self.login))
        #expect(failure.kind == .refused)
        #expect(failure.isLasting)
        #expect(failure.diagnostic.code == .tokenCallRefused)
        #expect(failure.diagnostic.title == "\(Self.login) answered 401")
        #expect(failure.diagnostic.notes.first == "error: bad_user")
        #expect(failure.diagnostic.notes.last?.contains("call: {auth: NAME}") == true)
    }

    @Test("trouble that passes is tried again")
    func retried() async throws {
        let transport = ScriptedTransport(
            Answers.answer(503, ""), Answers.answer(200, #"{"data": {"jwt": "abc"}}"#))
        let credentials = Credentials([try source()], context: fixture.sourceContext(transport))
        #expect(try await credentials.token(of: "session").value.reveal() == "abc")
        #expect(transport.requests.count == 2)
    }

    @Test("an answer without the token")
    func noToken() async throws {
        for (body, title) in [
            (#"{"data": {}, "x": 1}"#, "with JSON without a token at $.data.jwt"), ("", "with nothing"),
            ("<html><title>Sign in</title>", "with a web page titled 'Sign in' instead of JSON"),
            (#"{"data": {"jwt": 5}}"#, "with JSON with a number instead of a text at $.data.jwt"),
        ] {
            let failure = try await failure(Answers.answer(200, body, url: Self.login))
            #expect(failure.diagnostic.title == "\(Self.login) answered 200 \(title)")
            #expect(failure.diagnostic.code == .tokenAnswerUnusable)
        }
    }

    @Test("plain http to another machine is refused, as the token comes the same way")
    func plainHTTP() async throws {
        let url = "http://login.example.com/session"
        #expect(try await failure(Answers.answer(200, ""), url: url).kind == .plainHTTP)
        let transport = ScriptedTransport(Answers.answer(200, #"{"data": {"jwt": "abc"}}"#))
        var context = fixture.sourceContext(transport)
        context.allowsHTTP = true
        #expect(try await Credentials([try source(url)], context: context).token(of: "session").value.reveal() == "abc")
    }

    @Test("a server that is not there")
    func unreachable() async throws {
        let transport = ScriptedTransport { _, _ throws(TransferError) in
            throw TransferError(.refused, message: "refused", host: "login.example.com", isNothingSent: true)
        }
        let credentials = Credentials([try source()], context: fixture.sourceContext(transport))
        let failure = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "session") }
        #expect(failure?.kind == .unreachable)
        #expect(failure?.diagnostic.span?.text == Fixture.tokenURL)
    }

    @Test("sources that need each other are told so, and nothing waits for ever")
    func circle() async throws {
        func source(_ name: String, _ other: String) throws -> TokenSourceConfiguration {
            let requested = RequestSource(
                call: try fixture.call(Self.login, auth: .source(other)),
                handling: TokenHandling(answer: TokenAnswerPaths(token: try JSONPath("$.t"))))
            return fixture.source(name, .request(requested), hosts: ["login.example.com"])
        }
        let credentials = Credentials(
            [try source("a", "b"), try source("b", "a")],
            context: fixture.sourceContext(ScriptedTransport(Answers.answer(200, ""))))
        let failure = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "a") }
        #expect(failure?.diagnostic.code == .sourceInCircle)
        #expect(failure?.diagnostic.notes == ["it goes: a → b → a"])
    }
}
