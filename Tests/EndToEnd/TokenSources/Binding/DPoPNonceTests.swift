import Foundation
import Testing

/// Nonces that wear out and become void, RFC 9449 sections 8 and 9.
@Suite(.timeLimit(.minutes(5)))
struct DPoPNonceTests {
    /// Nonces that wear out after two uses, without grace: each answer brings the next, and no page is lost.
    @Test func nonceAfterNonce() async throws {
        let scene = try await SourceScene()
        try scene.server.admin("nonces", ["uses": 2, "grace": false])
        let run = try await scene.run(DPoPTests.job("dpop-nonce"))
        #expect(run.errors == "")
        #expect(scene.folder.read("out.jsonl") == DPoPTests.records)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 1, "a nonce is no reason for a new token")
    }

    /// All nonces are void in the middle of the run: one 401, one retry.
    @Test func nonceThatIsVoid() async throws {
        let scene = try await SourceScene()
        let gate = try Gate()
        let program = try scene.start(
            DPoPTests.job(
                "dpop-nonce",
                calls: """
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                    \(SourceScene.call)
                    """), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.admin("nonces", ["expire": true])
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.output == SourceScene.output + SourceScene.output)
        let stats = try await scene.server.stats()
        #expect(stats.statuses["401"] == 1)
        #expect(stats.tokens_issued == 1)
        #expect(stats.requests["GET /items/{id}"] == 3)
    }

    /// Token and nonce end at the same moment: a new one of each, and each page once.
    @Test func bothAtOnce() async throws {
        let scene = try await SourceScene()
        let gate = try Gate()
        let program = try scene.start(
            DPoPTests.job(
                "dpop-nonce",
                calls: """
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                    \(SourceScene.call)
                    \(SourceScene.call)
                    """), environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.admin("nonces", ["expire": true])
        try scene.server.revokeTokens()
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.output == SourceScene.output + SourceScene.output + SourceScene.output)
        let issued = try await scene.server.stats().tokens_issued
        #expect(issued == 2)
    }
}
