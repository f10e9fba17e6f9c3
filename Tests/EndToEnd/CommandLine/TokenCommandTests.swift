import Foundation
import Testing

/// `errand token` with its flags.
@Suite(.timeLimit(.minutes(5)))
struct TokenCommandTests {
    private func job(_ client: String, _ more: String = "") -> String {
        """
        auth: {token_url: "${env.DEMO_API}/oauth/token", client_id: \(client), client_secret: \(client)-secret\(more)}
        calls: [{get: "${env.DEMO_API}/items"}]
        """
    }

    @Test func theToken() async throws {
        let scene = try await Scene(job: job("demo"))
        let token = try await scene.run(["token", "job.yaml"])
        #expect(token.exitCode == 0)
        #expect(token.output.hasPrefix("dt/"))
        #expect(token.output.hasSuffix("==\n"))
        #expect(token.errors == "")
        let header = try await scene.run(["token", "job.yaml", "--header"])
        #expect(header.output.hasPrefix("Authorization: Bearer dt/"))
    }

    @Test func headerAndScheme() async throws {
        let scene = try await Scene(job: job("demo", ", header: X-Access-Token, scheme: \"\""))
        let header = try await scene.run(["token", "job.yaml", "--header"])
        #expect(header.output.hasPrefix("X-Access-Token: dt/"))
    }

    /// What a JWT says, and not the token itself.
    @Test func decode() async throws {
        let scene = try await Scene(job: job("jwt"))
        let result = try await scene.run(["token", "job.yaml", "--decode"])
        #expect(result.exitCode == 0)
        let description = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect((description["claims"] as? [String: Any])?["sub"] as? String == "jwt")
        #expect((description["header"] as? [String: Any])?["alg"] as? String == "HS256")
        #expect((description["answer"] as? [String: Any])?["tenant"] as? String == "acme")
        #expect(description["scope"] as? [String] == ["read:data", "write:data"])
        #expect((description["expires_at"] as? String)?.hasSuffix("Z") == true)
        #expect(!result.output.contains("eyJ"))
    }

    @Test func decodeAnOpaqueToken() async throws {
        let scene = try await Scene(job: job("demo"))
        let result = try await scene.run(["token", "job.yaml", "--decode"])
        #expect(result.exitCode == 0)
        #expect(result.output.contains("\"scheme\": \"Bearer\""))
        #expect(!result.output.contains("dt/"))
        #expect(!result.output.contains("claims"))
    }

    @Test func traceMasks() async throws {
        let scene = try await Scene(job: job("jwt"))
        let result = try await scene.run(["token", "job.yaml", "--trace"])
        #expect(result.exitCode == 0)
        let token = result.output.trimmingCharacters(in: .newlines)
        #expect(token.hasPrefix("eyJ"))
        #expect(result.errors.contains("> POST \(scene.server.url)/oauth/token"))
        #expect(result.errors.contains("client_secret=***"))
        #expect(result.errors.contains("< 200"))
        #expect(!result.errors.contains(token))
        #expect(!result.errors.contains("jwt-secret"))
    }

    /// The secret by stdin, whole: only a line break at its end is not part of it.
    @Test(arguments: ["demo-secret", "demo-secret\n", "demo-secret\r\n"])
    func theSecretByStdin(_ input: String) async throws {
        let scene = try await Scene()
        let result = try await scene.run(
            ["token", "--token-url", scene.server.url + "/oauth/token", "--client-id", "demo"], input: input)
        #expect(result.exitCode == 0)
        #expect(result.output.hasPrefix("dt/"))
        #expect(result.errors == "")
    }

    @Test(arguments: ["", "\n"])
    func noSecretOnStdin(_ input: String) async throws {
        let scene = try await Scene()
        let result = try await scene.run(
            ["token", "--token-url", scene.server.url + "/oauth/token", "--client-id", "demo"], input: input)
        #expect(result.exitCode == 64)
        #expect(result.errors.contains("--client-secret-env"))
    }

    struct Flags: Sendable {
        var client: String
        var secret: String
        var more: [String]
    }

    @Test(arguments: [
        Flags(client: "basic-only", secret: "basic-secret", more: ["--client-auth", "client_secret_basic"]),
        Flags(
            client: "basic raw", secret: "s+cr%t:with&odd= chars",
            more: ["--client-auth", "client_secret_basic", "--basic-encoding", "raw"]),
        Flags(client: "basic form", secret: "s+cr%t:with&odd= chars", more: ["--client-auth", "client_secret_basic"]),
        Flags(client: "special post", secret: "s+cr%t:with&odd= chars", more: []),
        Flags(client: "audience", secret: "audience-secret", more: ["--audience", "https://api.example.com/"]),
        Flags(client: "demo", secret: "demo-secret", more: ["--scope", "read:data write:data"]),
        Flags(client: "public", secret: "", more: ["--client-auth", "none"]),
    ])
    func byFlags(_ flags: Flags) async throws {
        let scene = try await Scene()
        let secret = flags.secret.isEmpty ? [] : ["--client-secret-env", "MY_SECRET"]
        let result = try await scene.run(
            ["token", "--token-url", scene.server.url + "/oauth/token", "--client-id", flags.client] + secret
                + flags.more,
            environment: ["MY_SECRET": flags.secret])
        #expect(result.exitCode == 0)
        #expect(result.output.hasPrefix("dt/"))
        #expect(result.errors == "")
    }

    @Test func sources() async throws {
        let scene = try await Scene(
            job: """
                auth:
                  - {name: one, token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: demo-secret}
                  - {name: two, type: bearer, token: "the-token-of-two"}
                calls: [{get: "${env.DEMO_API}/items"}]
                """)
        #expect(try await scene.run(["token", "job.yaml"]).output.hasPrefix("dt/"))
        #expect(try await scene.run(["token", "job.yaml", "--source", "two"]).output == "the-token-of-two\n")
        let wrong = try await scene.run(["token", "job.yaml", "--source", "three"])
        #expect(wrong.exitCode == 64)
        #expect(wrong.errors.contains("one, two"))
    }
}
