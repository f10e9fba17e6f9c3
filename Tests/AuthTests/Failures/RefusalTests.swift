import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A refusal of the token endpoint")
struct RefusalTests {
    private func diagnostic(_ fixture: Fixture, _ answer: HTTPResponse) async throws -> Diagnostic {
        let failure = try #require(await fixture.failure(answer))
        #expect(failure.kind == (answer.status >= 500 ? .unreachable : .refused))
        #expect(failure.diagnostic.code == .tokenRefused)
        return failure.diagnostic
    }

    private func hints(_ diagnostic: Diagnostic) -> String { diagnostic.notes.joined(separator: "\n") }

    @Test("says the endpoint, the status, how the client showed who it is, and what the server said")
    func said() async throws {
        let found = try await diagnostic(
            Fixture(),
            Answers.answer(
                400, #"{"error": "invalid_grant", "error_description": "no way", "error_uri": "https://x.example/1"}"#))
        #expect(found.title == "https://auth.example.com/token answered 400: invalid_grant")
        #expect(
            found.notes.prefix(4) == [
                "client authentication: client_secret_post; client_id: the client", "error: invalid_grant",
                "error_description: no way", "error_uri: https://x.example/1",
            ])
    }

    @Test(
        "points at what in the job file it is about",
        arguments: [
            ("invalid_client", "${env.SECRET}"), ("unauthorized_client", "the client"), ("invalid_scope", "auth"),
            ("unsupported_grant_type", "https://auth.example.com/token"), ("invalid_grant", "auth"),
            ("invalid_target", "auth"), ("invalid_request", "auth"), ("access_denied", "the client"),
            ("never_heard_of", "https://auth.example.com/token"),
        ])
    func place(code: String, place: String) async throws {
        #expect(try await diagnostic(Fixture(), Answers.refused(code)).span?.text == place)
    }

    @Test(
        "a wrong secret by another name, told by its status",
        arguments: ["unauthorized_client", "access_denied"])
    func wrongSecret(code: String) async throws {
        let unknown = try await diagnostic(Fixture(), Answers.refused(code, status: 401))
        #expect(unknown.span?.text == "${env.SECRET}")
        #expect(hints(unknown).contains("client_auth: client_secret_basic"))
        let known = try await diagnostic(Fixture(), Answers.refused(code, status: 403))
        #expect(known.span?.text == "the client")
    }

    @Test("invalid_client: the other ways to show who the client is")
    func otherWays() async throws {
        let refused = Answers.refused("invalid_client", status: 401)
        var fixture = Fixture()
        let post = try await diagnostic(fixture, refused)
        #expect(post.label == "sent as client_secret_post")
        #expect(hints(post).contains("client_auth: client_secret_basic"))

        fixture.authenticate(.clientSecretBasic)
        let form = hints(try await diagnostic(fixture, refused))
        #expect(form.contains("client authentication: client_secret_basic, basic_encoding: form"))
        #expect(form.contains("basic_encoding: raw"))
        #expect(form.contains("client_auth: client_secret_post"))

        fixture.authenticate(.clientSecretBasic, .raw)
        #expect(hints(try await diagnostic(fixture, refused)).contains("try basic_encoding: form"))
    }

    @Test("invalid_client: nothing about encodings that make no difference")
    func plainCharacters() async throws {
        var fixture = Fixture(secret: "plain-Secret_1.2*3")
        fixture.oauth.client.id?.value = "id-1"
        fixture.authenticate(.clientSecretBasic)
        let found = hints(try await diagnostic(fixture, Answers.refused("invalid_client")))
        #expect(!found.contains("try basic_encoding"))
    }

    @Test("invalid_client: a server that asks for Basic is taken at its word")
    func challenge() async throws {
        let answer = Answers.refused(
            "invalid_client", status: 401, headers: [("WWW-Authenticate", "BASIC realm=\"x\"")])
        #expect(hints(try await diagnostic(Fixture(), answer)).contains("asks for HTTP Basic"))
    }

    @Test("invalid_client: a secret that is missing, empty or has blanks around it")
    func secretItself() async throws {
        let refused = Answers.refused("invalid_client", status: 401)
        let missing = try await diagnostic(Fixture(secret: nil), refused)
        #expect(missing.span?.text == "the client")
        #expect(hints(missing).contains("client_secret: …"))
        #expect(hints(try await diagnostic(Fixture(secret: ""), refused)).contains("the secret is empty"))
        #expect(hints(try await diagnostic(Fixture(secret: "abcdefgh\n"), refused)).contains("line break"))
    }

    @Test("invalid_scope: the scopes that were asked for")
    func scopes() async throws {
        var fixture = Fixture()
        #expect(
            hints(try await diagnostic(fixture, Answers.refused("invalid_scope"))).contains("no scope was asked for"))
        fixture.oauth.scope = ["read:a", "write:b"]
        #expect(
            hints(try await diagnostic(fixture, Answers.refused("invalid_scope")))
                .contains("scopes asked for: read:a write:b"))
    }

    @Test(
        "without a word from the server the status speaks",
        arguments: [
            (401, "client_auth"), (403, "wrong secret"), (404, "nothing is at this path"), (405, "takes POST"),
            (415, "takes a form"), (429, "too many token requests"), (500, "every attempt"), (418, "token endpoint?"),
        ])
    func silent(status: Int, hint: String) async throws {
        let found = try await diagnostic(Fixture(), Answers.answer(status, ""))
        #expect(found.title == "https://auth.example.com/token answered \(status)")
        #expect(found.notes.contains("the body is empty"))
        #expect(hints(found).contains(hint))
    }

    @Test("a 401 that asks for a token: the URL is that of an API")
    func api() async throws {
        let found = try await diagnostic(
            Fixture(), Answers.refused("unauthorized", status: 401, headers: [("WWW-Authenticate", "Bearer realm=x")]))
        #expect(found.label == "the URL is probably wrong")
        #expect(found.span?.text == Fixture.tokenURL)
    }

    @Test(
        "only a refusal that stays is remembered",
        arguments: [
            (401, "invalid_client", true), (200, "invalid_client", true), (404, "", true), (429, "", false),
            (503, "", false), (400, "temporarily_unavailable", false), (403, "server_error", false),
        ])
    func lasting(status: Int, code: String, isLasting: Bool) async throws {
        let failure = try #require(await Fixture().failure(Answers.refused(code, status: status)))
        #expect(failure.isLasting == isLasting)
    }

    @Test("a refusal with 200, in a form, or in another shape is a refusal")
    func shapes() async throws {
        for answer in [
            Answers.answer(200, #"{"error": "invalid_client"}"#),
            Answers.answer(400, "error=invalid_client&error_description=The+client%21"),
            Answers.answer(200, "error=invalid_client"),
            Answers.answer(401, #"{"errorCode": "invalid_client"}"#),
        ] {
            #expect(try await diagnostic(Fixture(), answer).title.hasSuffix(": invalid_client"))
        }
    }

    @Test("what the server repeats of the secret is masked, before anything is cut off")
    func masked() async throws {
        for fill in [0, 470, 485, 495] {
            let text = String(repeating: "x", count: fill) + Fixture.secret + " s3cret%2Bof+the%2Fclient tail"
            let found = try await diagnostic(
                Fixture(), Answers.answer(400, #"{"error": "invalid_request", "error_description": "\#(text)"}"#))
            #expect(!"\(found)".contains("s3cret"))
        }
        var fixture = Fixture()
        fixture.authenticate(.clientSecretBasic)
        let basic = try #require(
            try await fixture.request().headers.first("Authorization")?.split(separator: " ").last)
        let found = try await diagnostic(fixture, Answers.answer(400, "I got \(basic)"))
        #expect(hints(found).contains("the body: I got ***"))
    }

    @Test("what the server says does nothing to a terminal")
    func escaped() async throws {
        let found = try await diagnostic(
            Fixture(),
            Answers.answer(400, #"{"error": "\u001b[2J", "error_description": "a\r\nerror: fake\u0007\u202e"}"#))
        let text = ([found.title] + found.notes).joined()
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test("a body of a megabyte is cut short")
    func long() async throws {
        let found = try await diagnostic(Fixture(), Answers.answer(400, String(repeating: "a", count: 1 << 20)))
        #expect(found.notes.allSatisfy { $0.count < 600 })
    }
}
