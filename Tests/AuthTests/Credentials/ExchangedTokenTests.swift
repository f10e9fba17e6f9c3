import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A token that is exchanged for another source's")
struct ExchangedTokenTests {
    private let fixture = Fixture()
    private let transport = ScriptedTransport(Answers.token("exchanged-1"))

    private func source(subject: String) -> TokenSourceConfiguration {
        var oauth = fixture.oauth
        let input = TokenExchange.Input(
            origin: .source(fixture.located(subject)), type: "urn:ietf:params:oauth:token-type:jwt")
        oauth.grant = .tokenExchange(TokenExchange(subject: input))
        return fixture.source("default", .oauth(oauth))
    }

    private func credentials(_ subject: String, _ others: TokenSourceConfiguration...) -> Credentials {
        Credentials([source(subject: subject)] + others, context: fixture.sourceContext(transport))
    }

    @Test("what the other source has is handed in")
    func subject() async throws {
        let exec = ExecSource(command: [SensitiveText("printf"), SensitiveText("subject-1")])
        let credentials = credentials("cli", fixture.source("cli", .exec(exec)))
        #expect(try await credentials.token(of: "default").value.reveal() == "exchanged-1")
        #expect(try transport.requests.map { try SentForm($0)["subject_token"] } == ["subject-1"])
    }

    @Test("a source that has none, is not there, or is the same: said, and nothing is sent")
    func noSubject() async throws {
        let keys = AWSSigV4Source(
            accessKey: Secret("a"), secretKey: Secret("b"), sessionToken: nil, region: "r", service: "s")
        for (name, code) in [
            ("aws", DiagnosticCode.sourceWithoutToken), ("nobody", .tokenAnswerUnusable), ("default", .sourceInCircle),
        ] {
            let credentials = credentials(name, fixture.source("aws", .awsSigV4(keys)))
            let failure = await tokenFailure { () async throws(TokenFailure) in
                try await credentials.token(of: "default")
            }
            #expect(failure?.diagnostic.code == code)
        }
        #expect(transport.requests.isEmpty)
    }
}
