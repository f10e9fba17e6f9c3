import Foundation
import Testing

/// What lies in the folder of the tokens, and what others put there.
@Suite(.timeLimit(.minutes(5)))
struct CacheFileTests {
    /// Nobody else can read it, whatever the umask is.
    @Test(arguments: ["000", "022", "077", "777"]) func permissions(_ mask: String) async throws {
        let scene = try await CacheScene()
        try scene.folder.write("job.yaml", SourceScene.job(CacheScene.demo))
        let run = try await scene.scene.scene.shell(
            "umask \(mask); exec \(Products.errand.path) run job.yaml >out", environment: scene.environment)
        #expect(run.errors == "")
        #expect(scene.names.contains { $0.hasSuffix(".token") })
        for folder in ["/cache/errand", "/cache/errand/tokens"] {
            #expect(try FileMode.of(scene.folder.path + folder) == 0o700)
        }
        for name in scene.names {
            #expect(try FileMode.of(scene.tokens + "/" + name) == 0o600)
        }
        try FileManager.default.removeItem(atPath: scene.folder.path + "/out")
        #expect(try await scene.run().output == SourceScene.output)
        #expect(try await scene.issued == 1)
    }

    /// The names say nothing of the client; the token stands in the file, and the secret does not.
    @Test func names() async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run().exitCode == 0)
        let file = try #require(scene.tokenFile)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("dt/"))
        #expect(!text.contains("demo-secret"))
        for name in scene.names {
            let stem = name.split(separator: ".")[0]
            #expect(stem.count == 64)
            #expect(stem.allSatisfy { $0.isHexDigit })
        }
    }

    /// Rubbish in place of the token is as if there were none, and is replaced.
    @Test(arguments: [
        "", "{", "null", "[]", "not JSON at all", "{\"version\": 1}", "{\"version\": 99, \"token\": \"planted\"}",
        String(repeating: "[", count: 100_000), String(repeating: "x", count: 3_000_000),
    ])
    func rubbish(_ content: String) async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run().exitCode == 0)
        let file = try #require(scene.tokenFile)
        try Data(content.utf8).write(to: URL(fileURLWithPath: file))
        chmod(file, 0o600)
        let run = try await scene.run()
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try await scene.issued == 2)
        #expect(try await scene.run().output == SourceScene.output)
        #expect(try await scene.issued == 2, "the new one is kept")
    }

    /// One token's file under another one's name, or one that says something else of its time, is not believed.
    @Test(arguments: ["renamed", "future", "expired", "readable"]) func notBelieved(_ kind: String) async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run().exitCode == 0)
        let file = try #require(scene.tokenFile)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        var value = try JSONDecoder().decode(JSONAny.self, from: Data(text.utf8)).members
        let now = Date().timeIntervalSince1970
        switch kind {
        case "future": value["obtained_at"] = .number(now + 10_000)
        case "expired": value["expires_at"] = .number(now - 1)
        case "renamed":
            let reader = "client_id: reader\nclient_secret: reader-secret\ncache: disk"
            #expect(try await scene.run(reader).exitCode == 0)
            let other = try #require(scene.names.first { $0.hasSuffix(".token") && !file.hasSuffix($0) })
            value = try JSONDecoder().decode(
                JSONAny.self, from: Data(contentsOf: URL(fileURLWithPath: scene.tokens + "/" + other))
            ).members
        default: break
        }
        try JSONEncoder().encode(value).write(to: URL(fileURLWithPath: file))
        chmod(file, kind == "readable" ? 0o644 : 0o600)
        let before = try await scene.issued
        let run = try await scene.run()
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try await scene.issued == before + 1)
    }

    /// Symbolic links that somebody planted: neither read nor written through.
    @Test(arguments: [".token", ".lock", ".refused"]) func plantedLinks(_ suffix: String) async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run().exitCode == 0)
        let stem = try #require(scene.tokenFile).dropLast(".token".count)
        let token = try String(contentsOfFile: stem + ".token", encoding: .utf8)
        let victim = try scene.folder.write("victim", suffix == ".token" ? token : "precious\n")
        chmod(victim, 0o600)
        for name in scene.names { try FileManager.default.removeItem(atPath: scene.tokens + "/" + name) }
        symlink(victim, stem + suffix)
        let run = try await scene.run()
        #expect(run.exitCode == 0)
        #expect(run.output == SourceScene.output)
        #expect(scene.folder.read("victim") == (suffix == ".token" ? token : "precious\n"))
        #expect(try await scene.issued == 2, "what the link leads to is not taken")
    }

    /// A folder that is a link, or that others may write to, is not used; the run goes on, and says so.
    @Test(arguments: ["link", "open", "file"]) func aFolderThatIsNotSafe(_ kind: String) async throws {
        let scene = try await CacheScene()
        let manager = FileManager.default
        try manager.createDirectory(atPath: scene.folder.path + "/cache/errand", withIntermediateDirectories: true)
        switch kind {
        case "link":
            try manager.createDirectory(atPath: scene.folder.path + "/elsewhere", withIntermediateDirectories: true)
            symlink(scene.folder.path + "/elsewhere", scene.tokens)
        case "open":
            try manager.createDirectory(atPath: scene.tokens, withIntermediateDirectories: true)
            chmod(scene.tokens, 0o777)
        default: try scene.folder.write("cache/errand/tokens", "a file\n")
        }
        let run = try await scene.run()
        #expect(run.output == SourceScene.output)
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("warning"))
        #expect(run.errors.contains(scene.tokens))
        #expect(scene.folder.files().filter { $0.hasSuffix(".token") } == [])
        if kind == "open" { #expect(try FileMode.of(scene.tokens) == 0o777, "it is somebody's own") }
    }

    /// Where the folder is.
    @Test func whereItIs() async throws {
        let scene = try await CacheScene()
        let home = scene.folder.path + "/home"
        let job = SourceScene.job(CacheScene.demo)
        #expect(try await scene.scene.run(job, environment: ["HOME": home]).exitCode == 0)
        #expect(scene.folder.files().contains { $0.hasPrefix("home/.cache/errand/tokens/") })
        // The XDG specification: a relative path is passed over.
        #expect(try await scene.scene.run(job, environment: ["HOME": home, "XDG_CACHE_HOME": "cache"]).exitCode == 0)
        #expect(try await scene.issued == 1)
        let without = try await scene.scene.run(job, environment: ["HOME": "", "XDG_CACHE_HOME": ""])
        #expect(without.output == SourceScene.output)
        #expect(try await scene.issued == 2)
    }

    /// `errand token --clear` takes it away, for one source; the next run asks again.
    @Test func clear() async throws {
        let scene = try await CacheScene()
        #expect(try await scene.run().exitCode == 0)
        #expect(scene.tokenFile != nil)
        let cleared = try await scene.run(CacheScene.demo, ["token", "--clear"])
        #expect(cleared.exitCode == 0)
        #expect(cleared.errors == "")
        #expect(scene.tokenFile == nil)
        #expect(!cleared.output.contains("dt/"))
        #expect(try await scene.issued == 1, "clearing asks for nothing")
        #expect(try await scene.run().exitCode == 0)
        #expect(try await scene.issued == 2)
    }
}
