import Foundation
import HTTP
import JSON
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Tokens that runs share")
struct TokenCacheTests {
    private let clock = ManualClock()
    private let fixture: CacheFixture

    init() {
        fixture = CacheFixture(clock: clock)
    }

    private func get(
        _ fetched: HeldToken, avoiding refused: HeldToken? = nil, in fixture: CacheFixture? = nil
    ) async throws -> String {
        named(try await (fixture ?? self.fixture).cache().token(avoiding: refused) { .success(fetched) })
    }

    @Test("the next run takes the token of the last one, until shortly before its end")
    func shared() async throws {
        #expect(try await get(fixture.held("first")) == "first")
        clock.advance(by: .seconds(3539))
        #expect(try await get(fixture.held("second")) == "first")
        clock.advance(by: .seconds(2))
        #expect(try await get(fixture.held("third")) == "third")
        #expect(try await get(fixture.held("fourth")) == "third")
    }

    @Test("all that is known of a token comes back")
    func whole() async throws {
        let members =
            #"{"instance_url":"https://eu1.example.com","refresh_token":"r3fr3sh-token","id_token":"1d-t0ken"}"#
        _ = try await get(fixture.held("first", members: members))
        let start = clock.wallClock()
        clock.advance(by: .seconds(100))
        let outcome = try await fixture.cache().token(avoiding: nil) { .success(fixture.held("second")) }
        let held = try outcome.get()
        #expect(held.credential.token.header == "Authorization")
        #expect(held.credential.token.scheme == "Bearer")
        #expect(held.credential.token.scope == ["read"])
        #expect(held.credential.token.expiresAt == start + 3600)
        // A refresh token has a place of its own.
        #expect(
            held.credential.token.members.serialized()
                == #"{"instance_url":"https://eu1.example.com","id_token":"1d-t0ken"}"#)
        #expect(held.life.start == Moment(monotonic: .seconds(1000), wall: start))
        #expect(!fixture.text(".token").contains("r3fr3sh"))
    }

    @Test("the redactor knows a token that was read, and other secrets of its answer")
    func redacted() async throws {
        _ = try await get(fixture.held("0paque-t0ken", members: #"{"id_token":"1d-t0ken-here"}"#))
        let other = Redactor()
        var context = fixture.context()
        context.redactor = other
        let cache = try #require(TokenCache(fixture.source(), context: context))
        _ = await cache.token(avoiding: nil) { .success(fixture.held("second")) }
        #expect(other.redact("0paque-t0ken 1d-t0ken-here") == "*** ***")
    }

    @Test("a token that an API refused is not given again, one that another run got since is")
    func refused() async throws {
        let first = fixture.held("first")
        _ = try await get(first)
        #expect(try await get(fixture.held("second"), avoiding: first) == "second")
        #expect(try await get(fixture.held("third"), avoiding: first) == "second")
    }

    @Test("margins are those of the run that takes the token")
    func margins() async throws {
        let eager = CacheFixture(clock: clock) { $0.oauth.handling.refreshMargin = .seconds(1800) }
        _ = try await get(eager.held("first"), in: eager)
        clock.advance(by: .seconds(1799))
        #expect(try await get(eager.held("second"), in: eager) == "first")
        clock.advance(by: .seconds(1))
        #expect(try await get(eager.held("second"), in: eager) == "second")
    }

    @Test("a token whose end nobody knows is kept for five minutes, and for the run that took it")
    func endless() async throws {
        _ = try await get(fixture.held("first", life: nil))
        clock.advance(by: .seconds(300))
        let outcome = try await fixture.cache().token(avoiding: nil) { .success(fixture.held("second")) }
        #expect(named(outcome) == "first")
        clock.advance(by: .seconds(1))
        #expect(try !outcome.get().life.isDue(at: Moment(now: clock)))
        #expect(try await get(fixture.held("third")) == "third")
    }

    @Test("a token of no life is not kept", arguments: [0, -5])
    func noLife(life: Double) async throws {
        #expect(try await get(fixture.held("first", life: life)) == "first")
        #expect(fixture.names(".token").isEmpty)
    }

    @Test("with the clock set back a token is from the future, and does not count")
    func clockSetBack() async throws {
        _ = try await get(fixture.held("first"))
        clock.set(wall: clock.wallClock() - 1)
        #expect(try await get(fixture.held("second")) == "second")
        // And the one that was written now counts.
        #expect(try await get(fixture.held("third")) == "second")
    }

    @Test("with the clock set forward a token is as old as it says")
    func clockSetForward() async throws {
        _ = try await get(fixture.held("first"))
        clock.set(wall: clock.wallClock() + 3600)
        #expect(try await get(fixture.held("second")) == "second")
    }

    @Test(
        "a file that is broken, of another version or of another key does not count",
        arguments: ["", "{", "[]", "null", "\u{0}\u{0}", "cut", "version", "key", "token", "header", "expires", "huge"])
    func broken(kind: String) async throws {
        _ = try await get(fixture.held("first"))
        let good = fixture.text(".token")
        let text =
            switch kind {
            case "cut": String(good.dropLast(10))
            case "version": good.replacing("\"version\":1", with: "\"version\":2")
            case "key": good.replacing("\"key\":\"", with: "\"key\":\"0")
            case "token": good.replacing("\"first\"", with: "\"fi\\nrst\"")
            case "header": good.replacing("\"Authorization\"", with: "\"Author: ization\"")
            case "expires": good.replacing("\"expires_at\":", with: "\"expires_at\":\"soon\",\"x\":")
            case "huge": good + String(repeating: " ", count: CachedToken.fileLimit)
            default: kind
            }
        #expect(text != good)
        try Data(text.utf8).write(to: URL(fileURLWithPath: fixture.path(".token")))
        chmod(fixture.path(".token"), 0o600)
        #expect(try await get(fixture.held("second")) == "second")
        #expect(try await get(fixture.held("third")) == "second")
        #expect(fixture.said == [])
    }

    @Test("memory keeps no token on the disk, nor does a token that is bound to a key of the run")
    func memory() async throws {
        let memory = CacheFixture(clock: clock) { $0.oauth.handling.cache = .memory }
        #expect(try await get(memory.held("first"), in: memory) == "first")
        #expect(try await get(memory.held("second"), in: memory) == "second")
        let bound = CacheFixture(clock: clock) { $0.oauth.dpop = DPoPSettings() }
        #expect(try await get(bound.held("first"), in: bound) == "first")
        #expect(try await get(bound.held("second"), in: bound) == "second")
        #expect(memory.names("").isEmpty && bound.names(".token").isEmpty)
        #expect(try !memory.cache().shares && !bound.cache().shares && fixture.cache().shares)
    }

    @Test("without a folder, and for a source that is no OAuth source, there is no cache")
    func none() {
        var context = fixture.context()
        context.cacheFolder = nil
        #expect(TokenCache(fixture.source(), context: context) == nil)
    }

    @Test("clear removes a token, and only that of its source")
    func clear() async throws {
        _ = try await get(fixture.held("first"))
        _ = try await fixture.cache { $0.scope = ["x"] }.token(avoiding: nil) { .success(fixture.held("other")) }
        try fixture.cache().clear()
        #expect(try await get(fixture.held("second")) == "second")
        let other = try await fixture.cache { $0.scope = ["x"] }.token(avoiding: nil) { .success(fixture.held("no")) }
        #expect(named(other) == "other")
    }
}
