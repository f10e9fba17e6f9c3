import Foundation
import Testing

/// A refusal is remembered for a short while, so that a job every minute does not lock its client out.
@Suite(.timeLimit(.minutes(5)))
struct RefusalTests {
    private static func keys(_ secret: String, _ more: String = "", client: String = "demo") -> String {
        "client_id: \(client)\nclient_secret: \(secret)\n\(more)"
    }

    /// The second run sends nothing, and says when it was and how long that counts; whatever the cache is.
    @Test(arguments: ["cache: disk", "cache: memory"]) func remembered(_ cache: String) async throws {
        let scene = try await CacheScene()
        let first = try await scene.run(Self.keys("wrong-secret", cache))
        #expect(first.exitCode == 77)
        #expect(try await scene.asked == 1)
        for _ in 1...3 {
            let again = try await scene.run(Self.keys("wrong-secret", cache))
            #expect(again.exitCode == 77)
            #expect(again.output == "")
            #expect(again.errors.contains(/refused 'default' \d+ s ago/))
            #expect(again.errors.contains(/ask again in \d+ s/))
            #expect(again.errors.contains("invalid_client"), "what the server said")
            #expect(again.errors.contains("--clear"), "how to ask all the same")
            #expect(!again.errors.contains("wrong-secret"))
        }
        #expect(try await scene.asked == 1)
        for name in scene.names {
            #expect(try FileMode.of(scene.tokens + "/" + name) == 0o600)
            #expect(try !String(contentsOfFile: scene.tokens + "/" + name, encoding: .utf8).contains("wrong-secret"))
        }
    }

    /// Another secret is another matter, and works at once.
    @Test func aCorrectedSecret() async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run(Self.keys("wrong-secret")).exitCode == 77)
        let run = try await scene.run(Self.keys("demo-secret"))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        // The wrong one is still remembered.
        #expect(try await scene.run(Self.keys("wrong-secret")).exitCode == 77)
        #expect(try await scene.asked == 2)
    }

    /// A secret from a file that is put right.
    @Test func aCorrectedFile() async throws {
        let scene = try await CacheScene()
        let job = SourceScene.job(
            "client_id: demo\nclient_secret: ${secrets.key}", top: "secrets: {key: {file: key.txt}}")
        try scene.folder.write("key.txt", "wrong-secret\n")
        for _ in 1...2 {
            #expect(try await scene.scene.run(job, environment: scene.environment).exitCode == 77)
        }
        #expect(try await scene.asked == 1)
        try scene.folder.write("key.txt", "demo-secret\n")
        #expect(try await scene.scene.run(job, environment: scene.environment).output == SourceScene.output)
    }

    /// A client that three wrong attempts lock out lives through a whole night of runs.
    @Test func noLockout() async throws {
        let scene = try await CacheScene()
        try scene.server.register("careful", ["secret": "old-secret", "lockout_after": 3])
        #expect(try await scene.run(Self.keys("old-secret", client: "careful")).exitCode == 0)
        try scene.server.admin("rotate-secret", ["id": "careful", "secret": "new-secret"])
        for _ in 1...10 {
            #expect(try await scene.run(Self.keys("old-secret", client: "careful")).exitCode == 77)
        }
        #expect(try scene.server.tokens(of: "careful").refused == 1)
        #expect(try await scene.run(Self.keys("new-secret", client: "careful")).exitCode == 0)
    }

    /// `errand token` is by hand: it asks, and so does whoever cleared.
    @Test func askingAllTheSame() async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run(Self.keys("wrong-secret")).exitCode == 77)
        let token = try await scene.run(Self.keys("wrong-secret"), ["token"])
        #expect(token.exitCode == 77)
        #expect(try await scene.asked == 2, "a person wants to know")
        #expect(try await scene.run(Self.keys("wrong-secret"), ["token", "--clear"]).exitCode == 0)
        #expect(try await scene.run(Self.keys("wrong-secret")).exitCode == 77)
        #expect(try await scene.asked == 3)
    }

    /// The server put things right: a good answer takes the memory away.
    @Test func forgotten() async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run(Self.keys("the-next-secret")).exitCode == 77)
        try scene.server.rotateSecret(of: "demo", to: "the-next-secret")
        #expect(try await scene.run(Self.keys("the-next-secret"), ["token"]).exitCode == 0)
        #expect(scene.names.filter { $0.hasSuffix(".refused") } == [])
        #expect(try await scene.run(Self.keys("the-next-secret")).output == SourceScene.output)
    }

    /// A server that wants to be left alone for longer than a run waits: 75 at once, and by the next run too.
    @Test func later() async throws {
        let scene = try await CacheScene()
        try scene.server.register("busy", ["secret": "busy-secret", "retry_after": 1800])
        let first = try await scene.run(Self.keys("busy-secret", client: "busy"))
        #expect(first.exitCode == 75)
        #expect(try await scene.asked == 1)
        let again = try await scene.run(Self.keys("busy-secret", client: "busy"))
        #expect(again.exitCode == 75)
        #expect(again.output == "")
        #expect(again.errors.contains(/ask again in \d+ s/))
        #expect(try await scene.asked == 1)
    }

    /// What may pass by itself is not remembered: the next run tries.
    @Test(arguments: [("503", 69), ("html", 77)]) func notRemembered(_ fault: String, _ code: Int32) async throws {
        let scene = try await CacheScene()
        let place = "\ntoken_url: ${env.DEMO_API}/oauth/token?error=\(fault)&fail=5"
        #expect(try await scene.run(Self.keys("demo-secret") + place).exitCode == code)
        let before = try await scene.asked
        _ = try await scene.run(Self.keys("demo-secret") + place)
        #expect(try await scene.asked > before)
    }

    /// Rubbish in place of the memory is none.
    @Test(arguments: ["", "{}", "rubbish", "{\"version\":1,\"kind\":\"refused\",\"refused_at\":1e300,\"delay\":1e300}"])
    func rubbish(_ content: String) async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run(Self.keys("wrong-secret")).exitCode == 77)
        let file = try #require(scene.names.first { $0.hasSuffix(".refused") })
        try Data(content.utf8).write(to: URL(fileURLWithPath: scene.tokens + "/" + file))
        #expect(try await scene.run(Self.keys("wrong-secret")).exitCode == 77)
        #expect(try await scene.asked == 2)
    }
}
