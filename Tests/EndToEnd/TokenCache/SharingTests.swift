import Foundation
import Testing

/// `cache: disk`: one token for many runs, also for those that start at the same moment.
@Suite(.timeLimit(.minutes(10)))
struct SharingTests {
    /// Fifty processes begin to look for a token at the same moment, and its endpoint is slow: one of them asks.
    @Test(arguments: ["${env.DEMO_API}/oauth/token", "${env.DEMO_API}/oauth/token?error=slow&delay_ms=500"])
    func fiftyAtOnce(_ endpoint: String) async throws {
        let scene = try await CacheScene()
        try scene.folder.write("job.yaml", SourceScene.job(CacheScene.demo, endpoint: endpoint))
        let line = "until [ -e go ]; do sleep 0.01; done; exec \(Products.errand.path) run job.yaml"
        let programs = try (1...50).map { _ in
            try Program(
                URL(fileURLWithPath: "/bin/sh"), ["-c", line],
                environment: scene.server.environment.merging(scene.environment) { $1 }, folder: scene.folder.url)
        }
        try scene.folder.write("go", "")
        for program in programs {
            let result = await program.result()
            #expect(result.errors == "")
            #expect(result.output == SourceScene.output)
            #expect(result.exitCode == 0)
        }
        #expect(try await scene.issued == 1)
        #expect(try await scene.asked == 1)
        #expect(scene.names.filter { $0.hasSuffix(".token") }.count == 1)
        #expect(scene.names.filter { !$0.hasSuffix(".token") && !$0.hasSuffix(".lock") } == [], "nothing is left over")
    }

    /// Fifty of a client that is refused: the server hears of it once, and they all say the same.
    @Test func fiftyThatAreRefused() async throws {
        let scene = try await CacheScene()
        try scene.folder.write(
            "job.yaml", SourceScene.job("client_id: demo\nclient_secret: wrong-secret\ncache: disk"))
        let programs = try (1...50).map { _ in try scene.scene.scene.start(environment: scene.environment) }
        for program in programs {
            let result = await program.result()
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("invalid_client"))
        }
        #expect(try await scene.asked == 1)
    }

    /// The process that asks is killed: the next one takes its place, and nobody waits for ever.
    @Test func theOneThatAsksDies() async throws {
        let scene = try await CacheScene()
        let gate = try Gate()
        try scene.folder.write("job.yaml", SourceScene.job(CacheScene.demo, endpoint: "${env.ENDPOINT}"))
        let first = try scene.scene.scene.start(environment: scene.environment.merging(["ENDPOINT": gate.url]) { $1 })
        try await gate.arrival()
        first.signal(SIGKILL)
        #expect(await first.result().isSignalled)
        let second = try await scene.run()
        #expect(second.errors == "")
        #expect(second.output == SourceScene.output)
    }

    /// What makes two tokens different, and what does not.
    @Test(arguments: [
        ("scope: [write:data, read:data]", "scope: read:data write:data", 1),
        ("scope: read:data", "scope: write:data", 2),
        ("scope: read:data", "", 2),
        ("audience: https://a.example.com", "audience: https://b.example.com", 2),
        ("resource: https://a.example.com", "", 2),
        ("params: {a: 1, b: 2}", "params: {b: 2, a: 1}", 1),
        ("params: {a: 1}", "params: {a: 2}", 2),
        ("client_auth: client_secret_basic", "client_auth: client_secret_post", 2),
        ("refresh_margin: 1s", "refresh_margin: 2s", 1),
        ("headers: {X-Tenant: a}", "headers: {X-Tenant: b}", 2),
    ])
    func keys(_ one: String, _ other: String, _ count: Int) async throws {
        let scene = try await CacheScene()
        let calls = "  - {get: /echo, write: echo.json}"
        for more in [one, other, one, other] {
            #expect(try await scene.run(CacheScene.demo + "\n" + more, calls: calls).exitCode == 0)
        }
        #expect(try await scene.issued == count)
    }

    /// Another client, another secret and another endpoint are other tokens too.
    @Test func clients() async throws {
        let scene = try await CacheScene()
        let sources = [
            CacheScene.demo, "client_id: reader\nclient_secret: reader-secret\ncache: disk",
            CacheScene.demo + "\ntoken_url: ${env.DEMO_API}/oauth/token?x=1",
            CacheScene.demo + "\nissuer: ${env.DEMO_API}",
        ]
        for source in sources + sources {
            #expect(try await scene.run(source).output == SourceScene.output)
        }
        #expect(try await scene.server.stats().tokens_issued == sources.count)
    }

    /// A token that the API refuses is replaced, for the other runs too.
    @Test func aRevokedToken() async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run().exitCode == 0)
        try scene.server.revokeTokens()
        for _ in 1...3 {
            let run = try await scene.run()
            #expect(run.errors == "")
            #expect(run.output == SourceScene.output)
        }
        #expect(try await scene.issued == 2)
        #expect(try await scene.server.stats().statuses["401"] == 1)
    }

    /// A token that has expired since.
    @Test func anExpiredToken() async throws {
        let scene = try await CacheScene()
        let short = "client_id: short\nclient_secret: short-secret\ncache: disk"
        #expect(try await scene.run(short).output == SourceScene.output)
        let start = ContinuousClock.now
        try await eventually { ContinuousClock.now - start > .milliseconds(2100) }
        let run = try await scene.run(short)
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try await scene.issued == 2)
        #expect(try await scene.server.stats().statuses["401"] == nil, "it is not even tried")
    }

    /// The other grants share theirs as well; a `request` or `exec` source has none to share.
    @Test func memoryIsTheDefault() async throws {
        let scene = try await CacheScene()
        let memory = CacheScene.demo.replacingOccurrences(of: "\ncache: disk", with: "")
        for _ in 1...2 { #expect(try await scene.run(memory).exitCode == 0) }
        #expect(try await scene.issued == 2)
        #expect(scene.names == [])
    }
}
