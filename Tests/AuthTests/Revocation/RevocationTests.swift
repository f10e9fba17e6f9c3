import HTTP
import JSON
import JWT
import JobFile
import Secrets
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

    @Test("nowhere to go, or only in the open: nothing is sent", arguments: [nil, "http://auth.example.com/r", "x"])
    func nowhere(url: String?) async {
        let transport = ScriptedTransport(Answers.answer(200, ""))
        #expect(await !fixture(url).endpoint(transport).revoke(token))
        #expect(transport.requests.isEmpty)
    }
}
