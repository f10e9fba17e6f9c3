import Foundation
import Testing

/// `errand doctor`: whether tonight's run would get its token, and all that was sent and answered.
@Suite(.timeLimit(.minutes(5)))
struct DoctorTests {
    static let demo = "client_id: demo\nclient_secret: demo-secret"
    static let healthy = "✓ a run gets its token"
    static let ill = "✗ a run would get no token"

    /// The lines of a topic, with what marks them.
    static func findings(_ topic: String, in output: String) -> [String] {
        output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.dropFirst().trimmingCharacters(in: .whitespaces).hasPrefix(topic + " ") }
    }

    @Test func aHealthyJob() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(SourceScene.job(Self.demo + "\nscope: read:data"), ["doctor"])
        #expect(run.exitCode == 0)
        #expect(run.errors == "")
        let lines = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.first == "default")
        #expect(lines.last == Self.healthy)
        #expect(run.output.contains("POST \(scene.server.url)/oauth/token"))
        for line in ["grant_type=client_credentials", "client_id=demo", "client_secret=***", "scope=read:data"] {
            #expect(lines.contains(line))
        }
        #expect(Self.findings("answer", in: run.output).first?.contains("200") == true)
        #expect(Self.findings("clock", in: run.output).first?.hasPrefix("✓") == true)
        #expect(Self.findings("scope", in: run.output) == ["✓ scope              granted: read:data"])
        #expect(Self.findings("token", in: run.output).first?.contains("Bearer") == true)
        #expect(!run.output.contains("dt/"))
        #expect(!run.output.contains("demo-secret"))
        let stats = try await scene.server.stats()
        #expect(stats.requests == ["POST /oauth/token": 1], "no call of the job")
    }

    @Test func aWrongSecret() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job("client_id: demo\nclient_secret: the-wrong-secret\nclient_auth: client_secret_basic"),
            ["doctor"])
        #expect(run.exitCode == 77)
        #expect(run.output.contains("Authorization: Basic ***"))
        #expect(Self.findings("answer", in: run.output).first?.contains("401") == true)
        #expect(run.output.hasSuffix(Self.ill + "\n"))
        #expect(run.errors.contains("invalid_client"))
        #expect(run.errors.contains("client_secret_post"), "what to try")
        #expect(!(run.output + run.errors).contains("the-wrong-secret"))
    }

    /// Asked for and not granted is worth a look; required and not granted is the end.
    @Test func scopes() async throws {
        let scene = try await SourceScene()
        let job = { (more: String) in
            SourceScene.job(
                Self.demo + "\nscope: [read:data, write:data]\n" + more,
                endpoint: "${env.DEMO_API}/oauth/token?granted=read:data")
        }
        let run = try await scene.run(job(""), ["doctor"])
        #expect(run.exitCode == 0)
        let scope = try #require(Self.findings("scope", in: run.output).first)
        #expect(scope.hasPrefix("!"))
        #expect(scope.contains("not granted: write:data"))
        #expect(run.output.hasSuffix(Self.healthy + "\n"))
        let required = try await scene.run(job("require_scope: write:data"), ["doctor"])
        #expect(required.exitCode == 77)
        #expect(required.output.hasSuffix(Self.ill + "\n"))
        #expect(required.errors.contains("write:data"))
    }

    /// A scope that the server refuses.
    @Test func aScopeThatIsRefused() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job("client_id: reader\nclient_secret: reader-secret\nscope: write:data"), ["doctor"])
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("invalid_scope"))
        #expect(run.output.hasSuffix(Self.ill + "\n"))
    }

    /// The server's clock is two minutes off.
    @Test(arguments: [120, -120]) func theClock(_ offset: Int) async throws {
        let scene = try await SourceScene()
        try scene.server.admin("clock", ["offset": .number(Double(offset))])
        let run = try await scene.run(SourceScene.job(Self.demo), ["doctor"])
        let clock = try #require(Self.findings("clock", in: run.output).first)
        #expect(clock.hasPrefix("!"))
        #expect(clock.contains(/1(19|20|21) s/))
        #expect(clock.contains(offset > 0 ? "behind" : "ahead"))
        #expect(run.exitCode == 0)
    }

    /// What is in a cache or remembered is not asked: the doctor wants to know.
    @Test func notByTheCache() async throws {
        let scene = try await SourceScene()
        let cache = ["XDG_CACHE_HOME": scene.folder.path + "/cache"]
        let job = SourceScene.job(Self.demo + "\ncache: disk")
        #expect(try await scene.run(job, environment: cache).exitCode == 0)
        #expect(try await scene.run(job, ["doctor"], environment: cache).exitCode == 0)
        #expect(try await scene.server.stats().requests["POST /oauth/token"] == 2)
        #expect(try await scene.run(job, environment: cache).exitCode == 0)
        #expect(try await scene.server.stats().requests["POST /oauth/token"] == 2, "the cache is as it was")
        let wrong = SourceScene.job("client_id: demo\nclient_secret: the-next-secret")
        #expect(try await scene.run(wrong, environment: cache).exitCode == 77)
        try scene.server.rotateSecret(of: "demo", to: "the-next-secret")
        let doctor = try await scene.run(wrong, ["doctor"], environment: cache)
        #expect(doctor.exitCode == 0)
        #expect(doctor.output.hasSuffix(Self.healthy + "\n"))
    }

    /// A block for each source; one that is ill is enough.
    @Test func severalSources() async throws {
        let scene = try await SourceScene()
        let endpoint = "token_url: \"${env.DEMO_API}/oauth/token\""
        let job = SourceScene.job(
            """
            - {name: good, \(endpoint), client_id: demo, client_secret: demo-secret}
            - {name: bad, \(endpoint), client_id: demo, client_secret: wrong-secret}
            - {name: key, type: api_key, header: X-Api-Key, value: a-key-of-the-job}
            """,
            calls: """
                \(SourceScene.call)
                  - {get: /items/2, auth: bad}
                  - {get: /items/2, auth: key}
                """)
        let all = try await scene.run(job, ["doctor"])
        #expect(all.exitCode == 77)
        let blocks = all.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(blocks == ["good", "bad", "key"])
        #expect(all.output.components(separatedBy: Self.healthy).count == 3)
        #expect(all.output.components(separatedBy: Self.ill).count == 2)
        #expect(!(all.output + all.errors).contains("a-key-of-the-job"))
        let one = try await scene.run(job, ["doctor", "--source", "good"])
        #expect(one.exitCode == 0)
        #expect(one.output.split(separator: "\n").first == "good")
        let none = try await scene.run(job, ["doctor", "--source", "nobody"])
        #expect(none.exitCode == 64)
        #expect(none.errors.contains("good, bad, key"))
    }

    /// What the server says must not draw on the terminal.
    @Test func hostileAnswers() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(Self.demo, endpoint: "${env.DEMO_API}/oauth/token?error=terminal"), ["doctor"])
        #expect(run.exitCode == 77)
        #expect(!(run.output + run.errors).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func noServer() async throws {
        let scene = try await SourceScene()
        let port = try LoopbackSocket.freePort()
        let run = try await scene.run(
            SourceScene.job(Self.demo, endpoint: "http://127.0.0.1:\(port)/token"), ["doctor"])
        #expect([69, 77].contains(run.exitCode))
        #expect(run.output.hasSuffix(Self.ill + "\n"))
        #expect(run.output.contains("none came"))
    }

    @Test func aJobThatIsWrong() async throws {
        let scene = try await SourceScene()
        #expect(try await scene.run("calls: [{get: /x, recods: $}]", ["doctor"]).exitCode == 78)
        #expect(try await scene.run("calls: [{get: http://127.0.0.1:1/}]", ["doctor"]).exitCode == 64)
    }
}
