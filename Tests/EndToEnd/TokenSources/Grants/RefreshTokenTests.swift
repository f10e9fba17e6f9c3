import Foundation
import Testing

/// The refresh token grant, with servers that hand out a new one each time.
@Suite(.timeLimit(.minutes(5)))
struct RefreshTokenTests {
    private static let job = SourceScene.job(
        """
        type: refresh_token
        refresh_token_file: shop.token
        client_id: demo
        client_secret: demo-secret
        """)

    /// Three runs, each with what the one before was given.
    @Test func rotation() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("shop.token", "demo-refresh-token\n")
        chmod(scene.folder.path + "/shop.token", 0o640)
        var spent: [String?] = []
        for _ in 1...3 {
            spent.append(scene.folder.read("shop.token")?.trimmingCharacters(in: .newlines))
            let run = try await scene.run(Self.job)
            #expect(run.errors == "")
            #expect(run.output == SourceScene.output)
        }
        #expect(spent.first == "demo-refresh-token")
        #expect(Set(spent).count == 3)
        #expect(try scene.requests.map { $0["refresh_token"] } == spent)
        #expect(try scene.requests.map { $0["grant_type"] } == ["refresh_token", "refresh_token", "refresh_token"])
        let now = try #require(scene.folder.read("shop.token"))
        #expect(!spent.contains(now.trimmingCharacters(in: .newlines)))
        #expect(now.hasSuffix("\n"))
        #expect(try FileMode.of(scene.folder.path + "/shop.token") == 0o640)
        #expect(
            scene.folder.files().filter { !$0.hasSuffix(".lock") } == ["job.yaml", "shop.token"], "nothing is left over"
        )
    }

    /// Within a run, after a token was refused: the new refresh token is the one that is spent.
    @Test func withinARun() async throws {
        let scene = try await SourceScene()
        let gate = try Gate()
        try scene.folder.write("shop.token", "demo-refresh-token")
        let program = try scene.start(
            SourceScene.job(
                "type: refresh_token\nrefresh_token_file: shop.token\nclient_id: demo\nclient_secret: demo-secret",
                calls: """
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                    \(SourceScene.call)
                    """), environment: ["GATE": gate.url])
        try await gate.arrival()
        let second = try #require(scene.folder.read("shop.token"))
        #expect(second != "demo-refresh-token", "kept before the first call was sent on")
        #expect(!second.hasSuffix("\n"), "as the file was")
        try scene.server.revokeTokens()
        gate.open()
        #expect(await program.result().exitCode == 0)
        #expect(try scene.requests.map { $0["refresh_token"] } == ["demo-refresh-token", second])
        #expect(scene.folder.read("shop.token") != second)
    }

    /// The file is behind a symbolic link, as secrets often are: the link stays.
    @Test func behindALink() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("kept/real.token", "demo-refresh-token\n")
        symlink("kept/real.token", scene.folder.path + "/shop.token")
        #expect(try await scene.run(Self.job).output == SourceScene.output)
        #expect(try await scene.run(Self.job).output == SourceScene.output)
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: scene.folder.path + "/shop.token")
        #expect(target == "kept/real.token")
        #expect(scene.folder.read("kept/real.token") != "demo-refresh-token\n")
    }

    /// Ten processes at once: no refresh token is spent twice.
    @Test func manyAtOnce() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("shop.token", "demo-refresh-token\n")
        try scene.folder.write("job.yaml", Self.job)
        let programs = try (1...10).map { _ in try scene.scene.start() }
        for program in programs {
            let result = await program.result()
            #expect(result.errors == "")
            #expect(result.exitCode == 0)
        }
        let spent = try scene.requests.compactMap { $0["refresh_token"] }
        #expect(spent.count == 10)
        #expect(Set(spent).count == 10)
        #expect(try scene.server.tokens(of: "demo").refused == 0)
    }

    /// A place that cannot be written to is found before the old token is spent.
    ///
    /// The kernel's own files are read only for everybody, also for root.
    @Test func nowhereToKeepIt() async throws {
        let place = "/proc/sys/kernel/random/boot_id"
        let token = try String(contentsOfFile: place, encoding: .utf8).trimmingCharacters(in: .newlines)
        let scene = try await SourceScene()
        try scene.server.admin("refresh-tokens", ["client": "demo", "token": .string(token)])
        let run = try await scene.run(
            Self.job.replacingOccurrences(of: "shop.token", with: place))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains(place))
        #expect(run.errors.contains("writ"), "what is wrong")
        #expect(!run.errors.contains(token))
        #expect(try scene.requests.isEmpty, "it is not spent")
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere")) func aReadOnlyFolder() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("secrets/shop.token", "demo-refresh-token\n")
        chmod(scene.folder.path + "/secrets", 0o555)
        defer { chmod(scene.folder.path + "/secrets", 0o755) }
        let run = try await scene.run(
            Self.job.replacingOccurrences(of: "shop.token", with: "secrets/shop.token"))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("shop.token"))
        #expect(try scene.requests.isEmpty)
    }

    /// A value has no place for a new one: that is fine while the server hands out none, and said when it does.
    @Test func asAValue() async throws {
        let scene = try await SourceScene()
        let job = { (client: String) in
            SourceScene.job(
                "type: refresh_token\nrefresh_token: ${env.TOKEN}\nclient_id: \(client)\nclient_secret: \(client)-secret"
            )
        }
        for _ in 1...2 {
            let run = try await scene.run(
                job("no-rotation"), environment: ["TOKEN": "no-rotation-refresh-token"])
            #expect(run.output == SourceScene.output)
            #expect(run.errors == "")
        }
        let rotated = try await scene.run(job("demo"), environment: ["TOKEN": "demo-refresh-token"])
        #expect(rotated.exitCode == 77)
        #expect(rotated.errors.contains("refresh_token_file"))
        #expect(!rotated.errors.contains("demo-refresh-token"))
    }

    @Test(arguments: [nil, "", "one\ntwo\n"])
    func noToken(_ content: String?) async throws {
        let scene = try await SourceScene()
        if let content { try scene.folder.write("shop.token", content) }
        let run = try await scene.run(Self.job)
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("shop.token"))
        #expect(try scene.requests.isEmpty)
    }

    /// One that was used up: what that means.
    @Test func usedUp() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("shop.token", "demo-refresh-token\n")
        #expect(try await scene.run(Self.job).exitCode == 0)
        try scene.folder.write("shop.token", "demo-refresh-token\n")
        let run = try await scene.run(Self.job)
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("invalid_grant"))
        #expect(scene.folder.read("shop.token") == "demo-refresh-token\n")
    }
}
