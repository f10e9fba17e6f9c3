import Foundation
import HTTP
import JobFile
import Testing

@testable import Auth

@Suite("Runs that need a token at the same time")
struct TokenCacheSharingTests {
    private let fixture = CacheFixture(clock: SystemClock())

    private func names() throws -> TokenCacheKey.Names {
        try #require(TokenCacheKey(fixture.source()).names())
    }

    @Test("fifty runs cause one token request")
    func singleFlight() async throws {
        let asked = Asked()
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                let cache = try fixture.cache()
                group.addTask {
                    named(
                        await cache.token(avoiding: nil) {
                            let number = asked.next()
                            for _ in 0..<100 { await Task.yield() }
                            return .success(fixture.held("token-\(number)"))
                        })
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(tokens == ["token-1"])
        #expect(asked.count == 1)
    }

    @Test("fifty runs whose token an API refused cause one token request")
    func renewal() async throws {
        let asked = Asked()
        let old = fixture.held("old")
        _ = try await fixture.cache().token(avoiding: nil) { .success(old) }
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                let cache = try fixture.cache()
                group.addTask {
                    named(
                        await cache.token(avoiding: old) { .success(fixture.held("token-\(asked.next())")) })
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(tokens == ["token-1"])
    }

    @Test("fifty runs with a wrong secret ask once")
    func refusal() async throws {
        let asked = Asked()
        let kinds = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                let cache = try fixture.cache()
                group.addTask {
                    named(
                        await cache.token(avoiding: nil) {
                            _ = asked.next()
                            return .failure(fixture.refusal())
                        })
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(kinds == ["refused"])
        #expect(asked.count == 1)
    }

    @Test("the lock of another process is waited for, and no longer than a minute")
    func bounded() async throws {
        let fixture = CacheFixture(clock: ManualClock())
        let folder = try PrivateFolder(fixture.folder, isMade: true).file
        let name = try #require(TokenCacheKey(fixture.source()).names()).lock
        let lock = try #require(try FileLock.take(name, in: folder))
        #expect(try FileLock.take(name, in: folder) == nil)
        let start = fixture.clock.now()
        #expect(named(try await fixture.cache().token(avoiding: nil) { .success(fixture.held("own")) }) == "own")
        #expect(60...61 ~= (fixture.clock.now() - start) / .seconds(1))
        #expect(fixture.names(".token").isEmpty)
        #expect(fixture.said.count == 1)
        lock.end()
        #expect(named(try await fixture.cache().token(avoiding: nil) { .success(fixture.held("kept")) }) == "kept")
        #expect(fixture.names(".token").count == 1)
    }

    @Test("who waits takes the token as soon as it is there, also while the lock is held")
    func found() async throws {
        let folder = try PrivateFolder(fixture.folder, isMade: true).file
        let lock = try #require(try FileLock.take(try names().lock, in: folder))
        let cache = try fixture.cache()
        let waiting = Task { named(await cache.token(avoiding: nil) { .success(fixture.held("own")) }) }
        let bytes = try #require(CachedToken.bytes(of: fixture.held("theirs"), key: try names().token))
        try folder.replace(try names().token, with: bytes)
        #expect(await waiting.value == "theirs")
        lock.end()
    }

    @Test("who is cancelled stops waiting")
    func cancelled() async throws {
        let folder = try PrivateFolder(fixture.folder, isMade: true).file
        let lock = try #require(try FileLock.take(try names().lock, in: folder))
        let cache = try fixture.cache()
        let asked = Asked()
        let waiting = Task {
            named(
                await cache.token(avoiding: nil) {
                    _ = asked.next()
                    return .success(fixture.held("own"))
                })
        }
        waiting.cancel()
        #expect(await waiting.value == "cancelled")
        #expect(asked.count == 0)
        lock.end()
    }

    @Test("a lock on a file that was removed is none")
    func removedLock() throws {
        let folder = try PrivateFolder(fixture.folder, isMade: true).file
        let first = try #require(try FileLock.take("a.lock", in: folder))
        try folder.remove("a.lock")
        let second = try #require(try FileLock.take("a.lock", in: folder))
        #expect(try FileLock.take("a.lock", in: folder) == nil)
        first.end()
        #expect(try FileLock.take("a.lock", in: folder) == nil)
        second.end()
        #expect(try FileLock.take("a.lock", in: folder) != nil)
    }
}
