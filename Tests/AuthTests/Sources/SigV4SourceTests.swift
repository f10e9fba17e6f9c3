import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A source whose keys sign requests")
struct SigV4SourceTests {
    private let fixture = Fixture()
    private let keys = AWSSigV4Source(
        accessKey: Secret("AKIAEXAMPLE1"), secretKey: Secret("secret-key-1"), sessionToken: Secret("session-1"),
        region: "eu-central-1", service: "execute-api")

    private func credentials(_ transport: any Transport) -> Credentials {
        Credentials([fixture.source("aws", .awsSigV4(keys))], context: fixture.sourceContext(transport))
    }

    @Test("the request is given what it is signed with, and nothing of it is shown")
    func signed() async throws {
        let credentials = credentials(ScriptedTransport(Answers.answer(200, "")))
        var request = Fixture.request()
        let authorizer = try #require(credentials.authorizer(named: "aws"))
        try await authorizer.authorize(&request)
        #expect(
            request.awsSignature
                == AWSSignature(
                    accessKey: keys.accessKey, secretKey: keys.secretKey, sessionToken: keys.sessionToken,
                    region: "eu-central-1", service: "execute-api"))
        #expect(request.headers.map(\.name) == [])
        #expect(fixture.redactor.redact("AKIAEXAMPLE1 secret-key-1 session-1") == "*** *** ***")
    }

    @Test("hosts that it is not for get no signature")
    func otherHost() async throws {
        let api = ScriptedTransport(
            Answers.answer(302, "", headers: [("Location", "https://evil.example/")], url: "\(Fixture.api)/orders"),
            Answers.answer(200, "", url: "https://evil.example/"))
        _ = try await fixture.exchange(credentials(api), "aws", api).run(Fixture.request(), to: .memory(limit: 100))
        #expect(api.requests.map { $0.awsSignature != nil } == [true, false])
    }

    @Test("a refusal is final: the same keys would be refused again")
    func refused() async throws {
        let api = ScriptedTransport(Answers.answer(403, ""), Answers.answer(401, ""))
        let credentials = credentials(api)
        _ = try await fixture.exchange(credentials, "aws", api).run(Fixture.request(), to: .memory(limit: 100))
        _ = try await fixture.exchange(credentials, "aws", api).run(Fixture.request(), to: .memory(limit: 100))
        #expect(api.requests.count == 2)
    }

    @Test("there is no token to show")
    func noToken() async throws {
        let credentials = credentials(ScriptedTransport(Answers.answer(200, "")))
        let failure = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "aws") }
        #expect(failure?.diagnostic.code == .sourceWithoutToken)
    }
}
