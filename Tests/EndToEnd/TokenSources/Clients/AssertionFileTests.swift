import Foundation
import Testing

/// Assertions that something else signs and keeps in a file, such as a projected token of Kubernetes.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct AssertionFileTests {
    private func scene() async throws -> (SourceScene, TestKey) {
        let key = try await TestKey.of(.rsa)
        let scene = try await SourceScene()
        try scene.server.register("workload", ["authentication": "privateKeyJWT", "pem": .string(key.publicPEM)])
        return (scene, key)
    }

    private func assertion(_ id: String, _ key: TestKey, for server: DemoServer) async throws -> String {
        try await key.signed(
            [
                "iss": "workload", "sub": "workload", "aud": .string(server.url + "/oauth/token"),
                "exp": .number((Date().timeIntervalSince1970 + 300).rounded()),
            ], id: id)
    }

    private static let auth = "client_id: workload\nassertion_file: token.jwt\nscope: read:data"

    /// The file changes while the run is on; the second token is got with what is in it then.
    @Test func readAnew() async throws {
        let (scene, key) = try await scene()
        let gate = try Gate()
        try scene.folder.write("token.jwt", try await assertion("first", key, for: scene.server) + "\n")
        let program = try scene.start(
            SourceScene.job(
                Self.auth,
                calls: """
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                    \(SourceScene.call.replacingOccurrences(of: "items/1", with: "items/2"))
                    """), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.folder.write("token.jwt", try await assertion("second", key, for: scene.server) + "\n")
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.output == "{\"id\":1}\n{\"id\":2}\n")
        #expect(try scene.requests.map { $0.client_assertion?.text("jti") } == ["first", "second"])
        #expect(try scene.requests.allSatisfy { $0["client_secret"] == nil })
    }

    /// The same assertion twice is refused by a server that remembers; nothing makes errand sign one instead.
    @Test func usedUp() async throws {
        let (scene, key) = try await scene()
        try scene.folder.write("token.jwt", try await assertion("only", key, for: scene.server))
        let job = SourceScene.job(Self.auth)
        #expect(try await scene.run(job).output == SourceScene.output)
        let again = try await scene.run(job)
        #expect(again.exitCode == 77)
        #expect(again.errors.contains("token.jwt"), "where the assertion came from")
        #expect(try scene.requests.map { $0.client_assertion?.text("jti") } == ["only", "only"])
    }

    @Test(arguments: [nil, "", "\n \n"])
    func noAssertion(_ content: String?) async throws {
        let (scene, _) = try await scene()
        if let content { try scene.folder.write("token.jwt", content) }
        let run = try await scene.run(SourceScene.job(Self.auth))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("token.jwt"))
        #expect(run.errors.contains("assertion_file"))
        #expect(try scene.requests.isEmpty)
    }
}
