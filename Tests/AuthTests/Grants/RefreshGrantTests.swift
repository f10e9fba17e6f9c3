import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("The refresh token grant")
struct RefreshGrantTests {
    private func endpoint(
        _ files: RefreshTokenFixture, _ transport: ScriptedTransport, _ change: (inout OAuthSource) -> Void = { _ in }
    ) -> TokenEndpoint {
        var fixture = Fixture()
        fixture.oauth.grant = .refreshToken(.file(files.place(files.path)))
        change(&fixture.oauth)
        return fixture.endpoint(transport)
    }

    private func answer(_ token: String, refresh: String) -> HTTPResponse {
        Answers.answer(
            200, #"{"access_token": "\#(token)", "token_type": "Bearer", "refresh_token": "\#(refresh)"}"#)
    }

    @Test("spends the token of the file, and keeps the new one")
    func rotation() async throws {
        let files = try RefreshTokenFixture("old-refresh-token\n")
        let transport = ScriptedTransport(answer("access", refresh: "new-refresh-token"))
        let outcome = await endpoint(files, transport).fetch()
        #expect(try outcome.get().credential.token.value.reveal() == "access")
        let form = try SentForm(transport.requests[0])
        #expect(form.names == ["grant_type", "refresh_token", "client_id", "client_secret"])
        #expect(form["grant_type"] == "refresh_token")
        #expect(form["refresh_token"] == "old-refresh-token")
        #expect(files.text == "new-refresh-token\n")
    }

    @Test("the old one stays when the server hands out none")
    func none() async throws {
        let files = try RefreshTokenFixture("old-refresh-token\n")
        _ = try await endpoint(files, ScriptedTransport(Answers.token("access"))).fetch().get()
        #expect(files.text == "old-refresh-token\n")
    }

    @Test("the new one is kept also when the access token that came with it is of no use")
    func unusable() async throws {
        let files = try RefreshTokenFixture("old-refresh-token\n")
        let transport = ScriptedTransport(answer("access", refresh: "new-refresh-token"))
        let outcome = await endpoint(files, transport) { $0.handling.requireScope = ["admin"] }.fetch()
        guard case .failure(let failure) = outcome else { return #expect(Bool(false)) }
        #expect(failure.kind == .unusable)
        #expect(files.text == "new-refresh-token\n")
    }

    @Test("who no longer waits does not stop it: what is spent is spent")
    func cancelled() async throws {
        let files = try RefreshTokenFixture("old-refresh-token\n")
        let gate = Gate()
        let asked = Gate()
        let answer = answer("access", refresh: "new-refresh-token")
        let transport = ScriptedTransport { _, _ throws(TransferError) in
            asked.open()
            await gate.pass()
            if Task.isCancelled { throw TransferError(.cancelled, message: "cancelled") }
            return answer
        }
        let endpoint = endpoint(files, transport)
        let task = Task { await endpoint.fetch() }
        await asked.pass()
        task.cancel()
        gate.open()
        _ = await task.value
        #expect(files.text == "new-refresh-token\n")
    }

    @Test("a refresh token in the answer to another grant is nobody's business")
    func otherGrant() async throws {
        let transport = ScriptedTransport(answer("access", refresh: "new-refresh-token"))
        let credentials = Fixture().credentials(transport)
        _ = try await credentials.token(of: "default")
        #expect(try SentForm(transport.requests[0])["grant_type"] == "client_credentials")
    }
}
