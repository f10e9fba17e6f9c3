import Foundation
import Testing

/// Token exchange, RFC 8693.
@Suite(.timeLimit(.minutes(5)))
struct TokenExchangeTests {
    private static let types = "urn:ietf:params:oauth:token-type:"
    private static let client = "client_id: demo\nclient_secret: demo-secret"

    @Test func fromAValue() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: token_exchange
                subject_token: ${env.SUBJECT}
                audience: [https://api.example.com/a, https://api.example.com/b]
                resource: https://api.example.com/
                requested_token_type: \(Self.types)access_token
                scope: read:data
                \(Self.client)
                """), environment: ["SUBJECT": "subject-token"])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request["grant_type"] == "urn:ietf:params:oauth:grant-type:token-exchange")
        #expect(request["subject_token"] == "subject-token")
        #expect(request["subject_token_type"] == Self.types + "access_token")
        #expect(request.values(of: "audience") == ["https://api.example.com/a", "https://api.example.com/b"])
        #expect(request.values(of: "resource") == ["https://api.example.com/"])
        #expect(request["requested_token_type"] == Self.types + "access_token")
        #expect(request["actor_token"] == nil)
        #expect(request["actor_token_type"] == nil)
    }

    /// The file is read anew for each token: another one after the first was revoked.
    @Test func fromAFile() async throws {
        let scene = try await SourceScene()
        let gate = try Gate()
        try scene.folder.write("subject.txt", "subject-token\n")
        try scene.folder.write("actor.txt", "  the-actor\n")
        let program = try scene.start(
            SourceScene.job(
                """
                type: token_exchange
                subject_token_file: subject.txt
                subject_token_type: \(Self.types)jwt
                actor_token_file: actor.txt
                actor_token_type: \(Self.types)id_token
                \(Self.client)
                """,
                calls: """
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                    \(SourceScene.call)
                    """), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.revokeTokens()
        // A token of after the revocation.
        let later = try await scene.scene.run(
            ["token", "--token-url", scene.server.url + "/oauth/token", "--client-id", "writer"], input: "writer-secret"
        )
        try scene.folder.write("subject.txt", later.output)
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.output == SourceScene.output + SourceScene.output)
        let exchanges = try scene.requests.filter { $0["subject_token"] != nil }
        #expect(
            exchanges.map { $0["subject_token"] } == ["subject-token", later.output.trimmingCharacters(in: .newlines)])
        #expect(exchanges.allSatisfy { $0["subject_token_type"] == Self.types + "jwt" })
        #expect(exchanges.allSatisfy { $0["actor_token"] == "the-actor" })
        #expect(exchanges.allSatisfy { $0["actor_token_type"] == Self.types + "id_token" })
    }

    /// The token of another source, which is got first and is good for both.
    @Test func fromAnotherSource() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                - name: exchanged
                  type: token_exchange
                  token_url: ${env.DEMO_API}/oauth/token
                  subject_token_source: person
                  actor_token_source: robot
                  actor_token_type: \(Self.types)jwt
                  client_id: demo
                  client_secret: demo-secret
                - {name: person, token_url: "${env.DEMO_API}/oauth/token", client_id: reader, client_secret: reader-secret}
                - {name: robot, type: bearer, token: "${env.ROBOT}"}
                """,
                calls: """
                    \(SourceScene.call)
                      - {get: /items/2, auth: person, fields: {id: $.id}, write: stdout}
                    """), environment: ["ROBOT": "the-robots-token"])
        #expect(run.errors == "")
        #expect(run.output == "{\"id\":1}\n{\"id\":2}\n")
        let requests = try scene.requests
        #expect(requests.map(\.client) == ["reader", "demo"], "one token for each")
        #expect(requests.last?["subject_token"]?.hasPrefix("dt/") == true)
        #expect(requests.last?["actor_token"] == "the-robots-token")
    }

    /// The failure of the other source is the one that is told.
    @Test func theOtherSourceFails() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                - name: exchanged
                  type: token_exchange
                  token_url: ${env.DEMO_API}/oauth/token
                  subject_token_source: person
                  client_id: demo
                  client_secret: demo-secret
                - {name: person, token_url: "${env.DEMO_API}/oauth/token", client_id: reader, client_secret: wrong-secret}
                """))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("invalid_client"))
        #expect(run.errors.contains("reader"))
        #expect(try scene.requests.map(\.client) == ["reader"])
    }

    /// An ID token is no access token, `token_type` N_A; it is sent as a bearer token all the same.
    @Test func notApplicable() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: token_exchange
                subject_token: subject-token
                requested_token_type: \(Self.types)id_token
                \(Self.client)
                """))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try scene.requests.first?["requested_token_type"] == Self.types + "id_token")
    }

    @Test func refused() async throws {
        let scene = try await SourceScene()
        let target = try await scene.run(
            SourceScene.job(
                """
                type: token_exchange
                subject_token: subject-token
                audience: https://forbidden.example
                \(Self.client)
                """))
        #expect(target.exitCode == 77)
        #expect(target.errors.contains("invalid_target"))
        #expect(target.errors.contains("https://forbidden.example"))
        let token = try await scene.run(
            SourceScene.job("type: token_exchange\nsubject_token: ${env.SUBJECT}\n\(Self.client)"),
            environment: ["SUBJECT": "a-token-that-nobody-knows"])
        #expect(token.exitCode == 77)
        #expect(token.errors.contains("the subject token is not good"))
        #expect(!token.errors.contains("a-token-that-nobody-knows"))
    }
}
