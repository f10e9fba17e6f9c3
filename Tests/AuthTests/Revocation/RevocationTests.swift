import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Synchronization
import Testing

@testable import Auth

@Suite("Revocation")
struct RevocationTests {
    private static let url = "https://auth.example.com/revoke"
    private let token = Token(value: Secret("the-token"), header: "Authorization", scheme: "Bearer")

    private func fixture(_ url: String? = url) -> Fixture {
        var fixture = Fixture()
        fixture.oauth.handling.revocationURL = url
        return fixture
    }

    @Test("the token, what it is, and the client as for a token request")
    func request() async throws {
        let transport = ScriptedTransport(Answers.answer(200, ""))
        #expect(await fixture().endpoint(transport).revoke(token))
        let request = try #require(transport.requests.first)
        #expect(request.url == Self.url)
        #expect(request.method == "POST")
        let form = try SentForm(request)
        #expect(form.names == ["token", "token_type_hint", "client_id", "client_secret"])
        #expect(form["token"] == "the-token")
        #expect(form["token_type_hint"] == "access_token")
        #expect(request.options.timeout == .seconds(5))
        #expect(request.options.connectTimeout == .seconds(5))
    }

    @Test("by Basic, or with an assertion for the token endpoint")
    func methods() async throws {
        var fixture = fixture()
        fixture.authenticate(.clientSecretBasic)
        let transport = ScriptedTransport(Answers.answer(200, ""))
        await fixture.endpoint(transport).revoke(token)
        #expect(transport.requests[0].headers.first("Authorization")?.hasPrefix("Basic ") == true)

        let key = PrivateKey.generateES256()
        fixture.authenticate(.privateKeyJWT)
        fixture.oauth.client.signing = SigningSettings(key: fixture.located(key))
        await fixture.endpoint(transport).revoke(token)
        let jwt = try await Verified(
            SentForm(transport.requests[1])["client_assertion"], key: key, algorithm: .es256)
        #expect(jwt.claims["aud"]?.string == Fixture.tokenURL)
    }

    @Test("once, whatever the server says, and that is no failure", arguments: [400, 401, 429, 503])
    func refused(status: Int) async {
        let transport = ScriptedTransport(Answers.answer(status, "", headers: [("Retry-After", "1")]))
        #expect(await !fixture().endpoint(transport).revoke(token))
        #expect(transport.requests.count == 1)
    }

    @Test("a server that is away is no failure")
    func unreachable() async {
        let transport = ScriptedTransport { _, _ throws(TransferError) in throw TransferError(.refused, message: "") }
        #expect(await !fixture().endpoint(transport).revoke(token))
        #expect(transport.requests.count == 1)
    }

    /// What is said about a revocation with this answer; nil for nothing.
    private func warning(_ fixture: Fixture, _ transport: ScriptedTransport) async -> Diagnostic? {
        let seen = Mutex<[Diagnostic]>([])
        var context = fixture.context(transport)
        context.report = { diagnostic in seen.withLock { $0.append(diagnostic) } }
        let endpoint = TokenEndpoint(
            fixture.oauth, of: fixture.source, shared: SharedServers(), context: context,
            otherToken: { _ throws(TokenFailure) in Token(value: Secret(""), header: nil, scheme: "") })
        await endpoint.revoke(token)
        let all = seen.withLock { $0 }
        #expect(all.count <= 1)
        return all.first
    }

    @Test("what went wrong is said, with the endpoint, the status and the server's words")
    func said() async throws {
        let answer = Answers.answer(
            503, #"{"error": "unsupported_token_type", "error_description": "not the-token"}"#, url: Self.url)
        let fixture = fixture()
        fixture.redactor.register(token.value)
        let found = try #require(await warning(fixture, ScriptedTransport(answer)))
        #expect(found.code == .tokenNotRevoked)
        #expect(found.severity == .warning)
        #expect(found.title == "the token of 'default' was not revoked: \(Self.url) answered 503")
        #expect(found.notes == ["error: unsupported_token_type", "error_description: not ***"])
        #expect(found.span?.text == "auth")
    }

    @Test("also that nobody answered, or that there is nowhere to go")
    func saidWithoutAnswer() async throws {
        let away = ScriptedTransport { _, _ throws(TransferError) in throw TransferError(.refused, message: "gone") }
        #expect(try #require(await warning(fixture(), away)).title.hasSuffix("\(Self.url) cannot be reached: gone"))
        let silent = ScriptedTransport(Answers.answer(200, ""))
        #expect(try #require(await warning(fixture(nil), silent)).notes == ["say where: revocation_url: URL"])
        let open = try #require(await warning(fixture("http://auth.example.com/r"), silent))
        #expect(open.title.contains("http://auth.example.com/r is not called"))
    }

    @Test("a token that was taken back is nothing to talk of", arguments: [200, 204])
    func silence(status: Int) async {
        #expect(await warning(fixture(), ScriptedTransport(Answers.answer(status, ""))) == nil)
    }

    @Test("nowhere to go, or only in the open: nothing is sent", arguments: [nil, "http://auth.example.com/r", "x"])
    func nowhere(url: String?) async {
        let transport = ScriptedTransport(Answers.answer(200, ""))
        #expect(await !fixture(url).endpoint(transport).revoke(token))
        #expect(transport.requests.isEmpty)
    }
}
