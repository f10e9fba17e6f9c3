import Foundation
import Testing

/// A JWT that errand signs and that is the bearer token itself.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct JWTSourceTests {
    /// The SQL API of Snowflake: a fingerprint of the key in `iss`, and a header that goes along.
    @Test func snowflake() async throws {
        let key = try await TestKey.of(.rsa)
        let scene = try await SourceScene()
        try scene.server.register("ACME.JANE", ["pem": .string(key.publicPEM)])
        let run = try await scene.run(
            SourceScene.job(
                """
                type: jwt
                private_key: ${secrets.key}
                client_id: ACME.JANE.${secrets.key | key_fingerprint}
                subject: ACME.JANE
                assertion_lifetime: 59m
                request_headers: {X-Snowflake-Authorization-Token-Type: KEYPAIR_JWT}
                """, endpoint: "",
                calls: """
                      - {get: /providers/snowflake/api/v2/statements, response: json, extract: {code: $.code}, records: "$.data[0]", fields: {id: "$[0]"}, write: stdout}
                    """, top: "secrets: {key: {env: KEY}}"), environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        #expect(run.output == "{\"id\":\"1\"}\n")
        let token = try #require(try scene.requests.first?.authorization_jwt)
        #expect(token.text("sub") == "ACME.JANE")
        #expect(token.text("iss")?.hasPrefix("ACME.JANE.SHA256:") == true)
        #expect(try #require(token.number("exp")) - #require(token.number("iat")) == 59 * 60)
    }

    /// One JWT for all calls while it is good, the next in time; nothing is sent to get it.
    @Test func itsLife() async throws {
        let key = try await TestKey.of(.p256)
        let scene = try await SourceScene()
        let gate = try Gate()
        let job = { (lifetime: String) in
            SourceScene.job(
                """
                type: jwt
                private_key: ${env.KEY}
                client_id: me
                claims: {aud: "https://api.example.com", roles: [reader]}
                assertion_lifetime: \(lifetime)
                header: X-Token
                scheme: ""
                """, endpoint: "",
                calls: """
                      - {get: /echo, write: a.jsonl}
                      - {get: /echo, write: b.jsonl}
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                      - {get: /echo, write: c.jsonl}
                    """)
        }
        let program = try scene.start(job("1s"), environment: ["KEY": key.privatePEM, "GATE": gate.url])
        try await gate.arrival()
        let start = ContinuousClock.now
        // What was signed before is over then.
        try await eventually { ContinuousClock.now - start > .milliseconds(1100) }
        gate.open()
        #expect(await program.result().exitCode == 0)
        let (a, b, c) = (try token("a.jsonl", scene), try token("b.jsonl", scene), try token("c.jsonl", scene))
        #expect(a.split(separator: ".").count == 3)
        #expect(a != c, "a new one after the first had expired")
        // The first two are the same unless the machine was so slow that the first had expired between them.
        #expect(a == b || b != c)
        #expect(try scene.requests.isEmpty)
        let long = try await scene.run(
            job("5m"), environment: ["KEY": key.privatePEM, "GATE": scene.server.url + "/stats"])
        #expect(long.exitCode == 0)
        #expect(try Set(["a.jsonl", "b.jsonl", "c.jsonl"].map { try token($0, scene) }).count == 1)
    }

    private func token(_ file: String, _ scene: SourceScene) throws -> String {
        struct Echo: Decodable { var headers: [[String]] }
        let text = try #require(scene.folder.read(file))
        let headers = try JSONDecoder().decode(Echo.self, from: Data(text.utf8)).headers
        return try #require(headers.first { $0.first?.lowercased() == "x-token" }?.last)
    }

    /// `errand token` shows what is in it.
    @Test func decoded() async throws {
        let key = try await TestKey.of(.ed25519)
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: jwt
                private_key: ${env.KEY}
                algorithm: Ed25519
                key_id: k1
                client_id: me
                subject: you
                claims: {aud: them, exact: 12345678901234567890}
                backdate: 30s
                """, endpoint: ""),
            ["token", "--decode"], environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        let shown = try JSONDecoder().decode(JSONAny.self, from: Data(run.output.utf8))
        #expect(shown["header"]?["alg"]?.string == "Ed25519")
        #expect(shown["header"]?["kid"]?.string == "k1")
        #expect(shown["claims"]?["iss"]?.string == "me")
        #expect(shown["claims"]?["sub"]?.string == "you")
        #expect(shown["claims"]?["aud"]?.string == "them")
        #expect(run.output.contains("12345678901234567890"))
    }

    /// Keys that cannot be what is wanted: said before anything is sent, and nothing of the key is shown.
    @Test(arguments: ["public", "certificate", "words", "algorithm"])
    func wrongKeys(_ wrong: String) async throws {
        let key = try await TestKey.of(.p256)
        let text =
            switch wrong {
            case "public": key.publicPEM
            case "certificate": key.certificatePEM
            case "words": "no key at all, just words"
            default: key.privatePEM
            }
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                "type: jwt\nprivate_key: ${env.KEY}\nclient_id: me\n"
                    + (wrong == "algorithm" ? "algorithm: RS256" : ""), endpoint: ""),
            environment: ["KEY": text])
        #expect([77, 78].contains(run.exitCode))
        #expect(run.errors.contains("error["))
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }
        #expect(lines.allSatisfy { !run.errors.contains($0) })
        #expect(try await scene.server.stats().total_requests == 0)
    }
}
