import Auth
import Diagnostics
import HTTP
import JWT
import JobFile
import Secrets
import Testing

@testable import Engine

/// What the doctor says of a token that it gets.
struct DoctorTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private func findings(_ source: String, _ transport: ScriptedTransport) async throws -> Examination {
        let loaded = try await harness.load(
            "auth: {\(source)}\ncalls:\n  - {get: https://api.example.com/, response: json}\n")
        let settings = RunSettings(
            transport: transport, clock: harness.clock, redactor: harness.redactor, outputFolder: harness.out.path)
        return await Doctor(loaded, settings: settings).examine(try #require(loaded.job.tokenSources.first))
    }

    private func text(_ topic: String, _ examination: Examination) -> [String] {
        examination.findings.filter { $0.topic == topic }.map(\.text)
    }

    private static let oauth =
        "token_url: https://auth.example.com/token, client_id: me, client_secret: \"${env.SECRET}\""

    @Test(arguments: [
        (3600, "Bearer, for 3600 s"), (1, "Bearer, for 1 s"), (0, "Bearer, for 0 s"), (-5, "Bearer, for 0 s"),
    ])
    func theLifeThatTheServerSaid(_ seconds: Int, _ words: String) async throws {
        let token = #"{"access_token": "the-token-1", "token_type": "bearer", "expires_in": \#(seconds)}"#
        let examination = try await findings(Self.oauth, ScriptedTransport(.json(token)))
        #expect(text("token", examination) == [words])
        #expect(examination.findings.last { $0.topic == "token" }?.verdict == (seconds > 0 ? .good : .warning))
    }

    @Test func aTokenThatIsNotRevoked() async throws {
        let transport = ScriptedTransport { request, _ in
            request.url.hasSuffix("/token")
                ? .json(#"{"access_token": "the-token-1", "token_type": "bearer"}"#) : .status(503)
        }
        let examination = try await findings(
            Self.oauth + ", revoke: true, revocation_url: https://auth.example.com/revoke", transport)
        #expect(examination.isHealthy)
        let found = try #require(text("warning", examination).first)
        #expect(found.hasPrefix("the token of 'default' was not revoked: https://auth.example.com/revoke answered 503"))
    }

    @Test func aRunSaysSoToo() async throws {
        let transport = ScriptedTransport { request, _ in
            switch request.url {
            case "https://auth.example.com/token": .json(#"{"access_token": "the-token-1", "token_type": "bearer"}"#)
            case "https://auth.example.com/revoke": .status(503)
            default: .json("[1]")
            }
        }
        let result = try await harness.run(
            """
            auth: {\(Self.oauth), revoke: true, revocation_url: https://auth.example.com/revoke}
            calls:
              - {get: https://api.example.com/, write: a.json}
            """, transport)
        #expect(result.exitCode == .success)
        #expect(result.warnings.map(\.code.rawValue) == ["E1126"])
        #expect(result.diagnostics.first?.title.contains("https://auth.example.com/revoke answered 503") == true)
    }

    @Test func aJWTOfTheJobsOwn() async throws {
        let key = PrivateKey.generateES256().pkcs8PEM.reveal()
        try harness.work.write("key.pem", key)
        let loaded = try await harness.load(
            """
            secrets: {key: {file: key.pem}}
            auth: {type: jwt, client_id: me, private_key: "${secrets.key}"}
            calls:
              - {get: https://api.example.com/, response: json}
            """)
        let settings = RunSettings(
            transport: ScriptedTransport(.status(500)), clock: harness.clock, redactor: harness.redactor,
            outputFolder: harness.out.path)
        let examination = await Doctor(loaded, settings: settings).examine(
            try #require(loaded.job.tokenSources.first))
        #expect(examination.isHealthy)
        #expect(text("request", examination) == ["nothing has to be sent: the job signs the token itself"])
        let assertion = try #require(text("assertion", examination).first)
        #expect(assertion.contains("\"alg\":\"ES256\""))
        #expect(assertion.contains("\"iss\":\"me\""))
    }
}
