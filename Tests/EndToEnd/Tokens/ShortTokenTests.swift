import Foundation
import Testing

/// Tokens of two seconds, and a run that is much longer.
@Suite(.timeLimit(.minutes(10)))
struct ShortTokenTests {
    /// How long a token is used: its life of two seconds less the tenth by which it is renewed before.
    private static let use = 1.8

    private static let pages = 500
    private static let expected = (1...pages * 2).map { "{\"id\":\($0)}\n" }.joined()

    private static func calls(_ query: String) -> String {
        """
          - for_each: {in: [\((0..<pages).map { String($0 * 2) }.joined(separator: ", "))], concurrency: 16}
            get: /items
            query: {style: offset, limit: 2, total: 1000, offset: "${item}", \(query)}
            records: $.data[*]
            fields: {id: $.id}
            write: out.jsonl
        """
    }

    /// Five hundred pages, sixteen in flight, and at most one token request for each expiry.
    ///
    /// A machine that is slow makes the run longer, and with it the number of tokens that it may need.
    @Test(arguments: ["memory", "disk"]) func fiveHundredPages(_ cache: String) async throws {
        let scene = try await SourceScene()
        let start = ContinuousClock.now
        let run = try await scene.run(
            SourceScene.job(
                "client_id: short\nclient_secret: short-secret\ncache: \(cache)", calls: Self.calls("delay_ms: 150")),
            environment: ["XDG_CACHE_HOME": scene.folder.path + "/cache"])
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        #expect(scene.folder.read("out.jsonl") == Self.expected, "nothing is lost, nothing doubled, in order")
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued >= 2, "the run is longer than a token lives")
        #expect(Double(stats.tokens_issued) <= seconds / Self.use + 1, "in \(seconds) s")
        #expect(stats.requests["POST /oauth/token"] == stats.tokens_issued)
        #expect(try scene.server.tokens(of: "short").refused == 0)
    }

    /// The same with proofs and nonces.
    @Test func withProofs() async throws {
        let scene = try await SourceScene()
        try scene.server.register(
            "short-dpop", ["secret": "short-secret", "lifetime": 2, "dpop": "required", "dpop_nonce": true])
        let start = ContinuousClock.now
        let run = try await scene.run(
            SourceScene.job(
                "client_id: short-dpop\nclient_secret: short-secret\ndpop: true", calls: Self.calls("delay_ms: 150")))
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        #expect(run.errors == "")
        #expect(scene.folder.read("out.jsonl") == Self.expected)
        let issued = try await scene.server.stats().tokens_issued
        #expect(issued >= 2)
        #expect(Double(issued) <= seconds / Self.use + 1, "in \(seconds) s")
    }

    /// Tokens that are over as soon as they are there: one for each use, and an end.
    @Test func noLifeAtAll() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                "client_id: demo\nclient_secret: demo-secret",
                endpoint: "${env.DEMO_API}/oauth/token?expires_in=1",
                calls: """
                      - get: /items
                        query: {limit: 10, total: 100, delay_ms: 300}
                        paginate: {cursor: $.next_cursor, param: cursor}
                        records: $.data[*]
                        fields: {id: $.id}
                        write: out.jsonl
                    """))
        #expect(run.errors == "")
        #expect(scene.folder.read("out.jsonl") == (1...100).map { "{\"id\":\($0)}\n" }.joined())
        let issued = try await scene.server.stats().tokens_issued
        #expect(2...11 ~= issued)
    }
}
