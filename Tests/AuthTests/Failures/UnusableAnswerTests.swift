import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("An answer without a token that can be used")
struct UnusableAnswerTests {
    private func diagnostic(_ answer: HTTPResponse, _ fixture: Fixture = Fixture()) async throws -> Diagnostic {
        let failure = try #require(await fixture.failure(answer))
        #expect(failure.kind == .unusable)
        #expect(failure.diagnostic.code == .tokenAnswerUnusable)
        return failure.diagnostic
    }

    @Test("a web page: the URL is probably wrong", arguments: [200, 404, 400])
    func webPage(status: Int) async throws {
        let found = try await diagnostic(Answers.answer(status, "<html><title>Sign in</title>"))
        #expect(
            found.title
                == "https://auth.example.com/token answered \(status), with a web page titled 'Sign in' instead of JSON"
        )
        #expect(found.label == "the URL is probably wrong")
        #expect(found.span?.text == Fixture.tokenURL)
    }

    @Test("a redirect is not followed; it says where it leads", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        let transport = ScriptedTransport(
            Answers.answer(status, "", headers: [("Location", "https://elsewhere.example/token")]))
        let failure = try #require(await Fixture().failure(transport))
        #expect(failure.kind == .unusable)
        #expect(failure.diagnostic.notes.contains("it leads to: https://elsewhere.example/token"))
        #expect(transport.requests.count == 1)
    }

    @Test(
        "what is there instead",
        arguments: [
            ("[\"access_token\"]", "with an array instead of an object"), ("", "with an empty body"),
            ("{\"access_token\": \"abc\"", "is not JSON: line 1, column 23"),
            ("{\"a\": 1}", "no token at access_token"),
            ("{\"access_token\": 42}", "access_token is a number instead of a text"),
            ("{\"access_token\": \"a\\nb\"}", "characters that no header can hold"),
            ("{\"access_token\": \"abc\", \"token_type\": \"mac\"}", "a token of the type 'mac'"),
        ])
    func instead(body: String, title: String) async throws {
        #expect(try await diagnostic(Answers.answer(200, body)).title.contains(title))
    }

    @Test("the members that there are, and how to say where the token stands")
    func members() async throws {
        let found = try await diagnostic(Answers.answer(200, #"{"data": {"jwt": "x"}, "ok": true}"#))
        #expect(found.notes.contains("the answer has: data, ok"))
        #expect(found.notes.contains { $0.contains("token: $.NAME") })
    }

    @Test("scopes that were not granted")
    func scopes() async throws {
        var fixture = Fixture()
        fixture.oauth.scope = ["a", "b"]
        fixture.oauth.handling.requireScope = ["b"]
        let found = try await diagnostic(Answers.answer(200, #"{"access_token": "x", "scope": "a c"}"#), fixture)
        #expect(found.title.contains("lacks the scope b"))
        #expect(found.notes.suffix(2) == ["scopes asked for: a b", "scopes granted: a c"])
    }

    @Test(
        "no part of it is shown, for it may be a token",
        arguments: [
            "{\"access_token\": \"very-secret-token\"", "very-secret-token", "\"very-secret-token\"",
            "[\"very-secret-token\"]", "{\"data\": {\"jwt\": \"very-secret-token\"}}",
            "{\"access_token\": \"very-secret-token\", \"token_type\": \"mac\"}",
        ])
    func secret(body: String) async throws {
        let fixture = Fixture()
        let found = try await diagnostic(Answers.answer(200, body), fixture)
        #expect(!"\(found)".contains("very-secret-token"))
    }

    @Test("what was got is masked before anybody who watches sees it")
    func watched() async throws {
        let fixture = Fixture()
        let redactor = fixture.redactor
        let credentials = Credentials(
            [fixture.source],
            transport: ScriptedTransport(
                Answers.answer(
                    200, #"{"access_token": "token-1234", "refresh_token": "refresh-1234", "id": "open-1234"}"#)),
            limits: RunLimits(clock: fixture.clock), clock: fixture.clock, redactor: redactor
        ) { source, event in
            #expect(source == "default")
            guard case .responseReceived(let response) = event else { return }
            let shown = redactor.redact(String(decoding: response.body, as: UTF8.self))
            #expect(shown == #"{"access_token": "***", "refresh_token": "***", "id": "open-1234"}"#)
        }
        _ = try await credentials.token(of: "default")
    }
}
