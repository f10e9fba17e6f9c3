import Foundation
import Testing

/// Tokens over a whole run: how many are asked for, and that no record is lost or doubled when one ends.
@Suite(.timeLimit(.minutes(5)))
struct TokenLifeTests {
    static let expected = (1...100).map { "{\"id\":\($0)}\n" }.joined()

    private func pagedJob(client: String, query: String) -> String {
        """
        auth: {token_url: "${env.DEMO_API}/oauth/token", client_id: \(client), client_secret: \(client)-secret}
        calls:
          - get: ${env.DEMO_API}/items
            query: {limit: 10, total: 100, \(query)}
            paginate: {cursor: $.next_cursor, param: cursor, total: $.total}
            records: $.data[*]
            fields: {id: $.id}
            write: out.jsonl
        """
    }

    /// Tokens of two seconds, over ten pages of 0.4 seconds.
    @Test func tokensThatEndDuringTheRun() async throws {
        let scene = try await Scene(job: pagedJob(client: "short", query: "delay_ms: 400"))
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(result.errors == "")
        #expect(scene.folder.read("out.jsonl") == Self.expected)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued >= 2)
        #expect(stats.tokens_issued <= 11, "a token is kept as long as it is good")
        #expect(stats.requests["POST /oauth/token"] == stats.tokens_issued)
    }

    /// Each third request makes the token worthless: one 401, one new token, and the page again.
    @Test func revokedOverAndOver() async throws {
        let scene = try await Scene(job: pagedJob(client: "demo", query: "revoke_every: 3"))
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(scene.folder.read("out.jsonl") == Self.expected)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 4)
        #expect(stats.statuses["401"] == 3)
        #expect(stats.requests["GET /items"] == 13)
    }

    /// Eight items at the same time, and a slow token endpoint: one token for all of them.
    @Test func oneTokenForAll() async throws {
        let scene = try await Scene(job: loop(tokenQuery: "?error=slow&delay_ms=300"))
        let result = try await scene.run(environment: ["GATE": scene.server.url + "/"])
        #expect(result.exitCode == 0)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 1)
        #expect(stats.requests["POST /oauth/token"] == 1)
        #expect(stats.requests["GET /customers/{id}"] == 40)
    }

    /// The token is revoked between two calls: eight requests are refused, and one new token is got for all of them.
    @Test func oneNewTokenForAll() async throws {
        let gate = try Gate()
        let scene = try await Scene(job: loop(tokenQuery: ""))
        let program = try scene.start(environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.revokeTokens()
        gate.open()
        #expect(await program.result().exitCode == 0)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 2)
        #expect(1...8 ~= stats.statuses["401", default: 0])
        #expect(scene.folder.read("out.jsonl")?.split(separator: "\n").count == 40)
    }

    /// Two sources, each with its token; a call without credentials asks for none.
    @Test func aTokenForEachSource() async throws {
        let scene = try await Scene(
            job: """
                auth:
                  - {name: reader, token_url: "${env.DEMO_API}/oauth/token", client_id: reader, client_secret: reader-secret}
                  - {name: writer, token_url: "${env.DEMO_API}/oauth/token", client_id: writer, client_secret: writer-secret}
                  - {name: unused, token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: wrong}
                defaults: {base_url: "${env.DEMO_API}"}
                calls:
                  - {get: /items/1}
                  - {post: /items, auth: writer, json: {sku: A-1}}
                  - {get: /items/2, auth: reader}
                  - {get: /echo, auth: none}
                """)
        #expect(try await scene.run().exitCode == 0)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 2)
        #expect(stats.items_created == 1)
    }

    /// A refused write is sent again with the new token, once, and creates one item.
    @Test func aWriteIsNotDoubled() async throws {
        let gate = try Gate()
        let scene = try await Scene(
            job: JobText.demo + """
                calls:
                  - get: /items/1
                  - {get: "${env.GATE}", auth: none}
                  - {post: /items, json: {sku: A-1}}
                """)
        let program = try scene.start(environment: ["GATE": gate.url])
        try await gate.arrival()
        try scene.server.revokeTokens()
        gate.open()
        #expect(await program.result().exitCode == 0)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 2)
        #expect(stats.items_created == 1)
        #expect(stats.requests["POST /items"] == 2)
    }

    /// A token that is never accepted is asked for once more, and not for ever.
    @Test func neverGoodEnough() async throws {
        let scene = try await Scene(job: JobText.demo + "calls: [{get: /faults/unauthorized}]")
        let result = try await scene.run()
        #expect(result.exitCode == 77)
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 2)
        #expect(stats.requests["GET /faults/unauthorized"] == 2)
    }

    /// A call, one that stands still, and forty customers, eight at a time.
    private func loop(tokenQuery: String) -> String {
        """
        auth: {token_url: "${env.DEMO_API}/oauth/token\(tokenQuery)", client_id: demo, client_secret: demo-secret}
        defaults: {base_url: "${env.DEMO_API}"}
        calls:
          - name: items
            get: /items/1
            when: ${\(tokenQuery.isEmpty)}
          - {get: "${env.GATE}", auth: none, response: text}
          - for_each: {in: [\((1...51).filter { ![13, 42].contains($0) }.prefix(40).map(String.init).joined(separator: ", "))], concurrency: 8}
            get: /customers/${item}
            write: out.jsonl
        """
    }
}
