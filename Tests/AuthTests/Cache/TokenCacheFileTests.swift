import Foundation
import JobFile
import Testing

@testable import Auth

@Suite("The files of shared tokens")
struct TokenCacheFileTests {
    private let clock = ManualClock()
    private let fixture: CacheFixture

    init() {
        fixture = CacheFixture(clock: clock)
    }

    private func get(_ token: String) async throws -> String {
        named(try await fixture.cache().token(avoiding: nil) { .success(fixture.held(token)) })
    }

    @Test("only the owner can read them, whatever the process's mask", arguments: [0, 0o022, 0o777] as [mode_t])
    func permissions(mask: mode_t) async throws {
        let folder = fixture.folder
        let isDone = await Self.masked(mask) {
            guard let made = try? PrivateFolder(folder, isMade: true) else { return false }
            return (try? made.write([1], to: "a.token")) != nil && (try? FileLock.take("a.lock", in: made.file)) != nil
                && made.read("a.token", limit: 10) == [1] && (try? PrivateFolder(folder, isMade: true)) != nil
        }
        #expect(isDone)
        #expect(CacheFixture.mode(fixture.folder) == 0o700)
        #expect(CacheFixture.mode(fixture.base + "/cache") == 0o700)
        #expect(CacheFixture.mode(fixture.path(".token")) == 0o600)
        #expect(CacheFixture.mode(fixture.path(".lock")) == 0o600)
    }

    /// Does something on a thread that has a mask of its own: that of the process counts for all tests.
    private static func masked(_ mask: mode_t, _ body: @escaping @Sendable () -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            Thread {
                typealias Unshare = @convention(c) (Int32) -> Int32
                let ofFileSystem: Int32 = 0x200
                guard let symbol = dlsym(nil, "unshare"), unsafeBitCast(symbol, to: Unshare.self)(ofFileSystem) == 0
                else { return continuation.resume(returning: false) }
                umask(mask)
                continuation.resume(returning: body())
            }.start()
        }
    }

    @Test("those of tokens, refusals and locks are for their owner alone")
    func modes() async throws {
        _ = try await get("first")
        _ = try await fixture.cache { $0.scope = ["x"] }.token(avoiding: nil) { .failure(fixture.refusal()) }
        #expect(fixture.names("").count == 4)
        #expect(fixture.names("").allSatisfy { CacheFixture.mode("\(fixture.folder)/\($0)") == 0o600 })
        #expect(CacheFixture.mode(fixture.folder) == 0o700)
    }

    @Test("their names are hashes, without a secret or the client's name")
    func names() async throws {
        _ = try await get("first")
        let names = fixture.names("")
        #expect(names.count == 2)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}\.(token|lock)/) != nil })
    }

    @Test("a file that others can read, or that is no file, does not count, and is replaced", arguments: 0..<4)
    func foreign(kind: Int) async throws {
        _ = try await get("first")
        let path = fixture.path(".token")
        let other = fixture.base + "/other"
        switch kind {
        case 0: chmod(path, 0o640)
        case 1: mkfifo(path + "x", 0o600); rename(path + "x", path)
        case 2:
            rename(path, other)
            symlink(other, path)
        default:
            // Only root can give files away; to others the test is passed.
            guard geteuid() == 0 else { return }
            chown(path, 12345, 12345)
        }
        #expect(try await get("second") == "second")
        #expect(try await get("third") == "second")
        #expect(CacheFixture.mode(path) == 0o600)
        if kind == 2 { #expect(try String(contentsOfFile: other, encoding: .utf8).contains("first")) }
        #expect(fixture.said == [])
    }

    @Test("a symbolic link in place of any file leads nowhere", arguments: ["lock", "refused", "token"])
    func links(kind: String) async throws {
        _ = try await get("first")
        try fixture.cache().clear()
        let names = try #require(TokenCacheKey(fixture.source()).names())
        let name = ["lock": names.lock, "refused": names.refusal, "token": names.token][kind]
        let path = fixture.folder + "/" + (try #require(name))
        let victim = fixture.base + "/victim"
        try Data("keep".utf8).write(to: URL(fileURLWithPath: victim))
        chmod(victim, 0o644)
        unlink(path)
        symlink(victim, path)
        #expect(try await get("second") == "second")
        _ = try await fixture.cache().token(avoiding: fixture.held("second")) { .failure(fixture.refusal()) }
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "keep")
        #expect(CacheFixture.mode(victim) == 0o644)
    }

    @Test("a folder in place of a file is said, and no failure")
    func folderInPlace() async throws {
        _ = try await get("first")
        let path = fixture.path(".token")
        unlink(path)
        mkdir(path, 0o700)
        #expect(try await get("second") == "second")
        #expect(fixture.said == ["tokens are not kept in \(fixture.folder): it is a folder"])
    }

    @Test("a folder that others can change, that is another's or a link is said, and nothing is kept", arguments: 0..<4)
    func unsafeFolder(kind: Int) async throws {
        _ = try await get("first")
        switch kind {
        case 0: chmod(fixture.folder, 0o770)
        case 1: chmod(fixture.folder, 0o702)
        case 2:
            rename(fixture.folder, fixture.base + "/elsewhere")
            symlink(fixture.base + "/elsewhere", fixture.folder)
        default:
            guard geteuid() == 0 else { return }
            chown(fixture.folder, 12345, 12345)
        }
        #expect(try await get("second") == "second")
        #expect(try await get("third") == "third")
        // Once for each run.
        #expect(fixture.said.count == 2)
        #expect(
            fixture.said[0].hasPrefix("tokens are not kept in \(fixture.folder): "))
        if kind == 2 { #expect(fixture.said[0].hasSuffix(": it is a symbolic link")) }
    }

    @Test("a job that keeps nothing on disk is not told that a refusal cannot be kept there, unless it clears it")
    func noFolderAndNothingToKeep() async throws {
        try Data().write(to: URL(fileURLWithPath: fixture.base + "/cache"))
        let cache = try fixture.cache { $0.handling.cache = .memory }
        #expect(named(await cache.token(avoiding: nil) { .failure(fixture.refusal()) }) == "refused")
        #expect(named(await cache.token(avoiding: nil) { .success(fixture.held("first")) }) == "first")
        #expect(fixture.said == [])
        cache.clear()
        #expect(fixture.said.count == 1)
    }

    @Test("a folder that cannot be made is said, and no failure")
    func noFolder() async throws {
        try Data().write(to: URL(fileURLWithPath: fixture.base + "/cache"))
        #expect(try await get("first") == "first")
        #expect(
            fixture.said
                == ["tokens are not kept in \(fixture.folder): a part of its path is a file, not a folder"])
    }

    @Test("what a killed process left does not count, and is cleared away")
    func leftovers() async throws {
        _ = try await get("first")
        let good = fixture.text(".token")
        let names = try #require(TokenCacheKey(fixture.source()).names())
        try fixture.cache().clear()
        let half = "\(fixture.folder)/.\(names.token)-1-abc-1\(OpenFile.temporarySuffix)"
        try Data(good.utf8).write(to: URL(fileURLWithPath: half))
        #expect(try await get("second") == "second")
        let folder = try PrivateFolder(fixture.folder, isMade: false).file
        let now = Date().timeIntervalSince1970
        CacheSweep.sweep(folder, at: now)
        #expect(fixture.names("-tmp").count == 1)
        CacheSweep.sweep(folder, at: now + 3602)
        #expect(fixture.names("-tmp").isEmpty)
        #expect(fixture.names("").count == 2)
        // A lock that is held stays.
        let lock = try #require(try FileLock.take(names.lock, in: folder))
        CacheSweep.sweep(folder, at: now + 40 * 86400)
        #expect(fixture.names("") == [names.lock])
        lock.end()
        CacheSweep.sweep(folder, at: now + 40 * 86400)
        #expect(fixture.names("").isEmpty)
    }
}
