import Diagnostics
import Foundation
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A refusal is remembered across runs")
struct RefusalMemoryTests {
    private let clock = ManualClock()
    private let fixture: CacheFixture

    init() {
        fixture = CacheFixture(clock: clock)
    }

    /// What a run gets whose server answers with a failure; nil when the server was not asked.
    private func run(_ failure: TokenFailure, insists: Bool = false, secret: String? = nil) async throws
        -> TokenFailure?
    {
        let asked = Asked()
        let cache = try fixture.cache(insists: insists) { oauth in
            oauth.handling.cache = .memory
            if let secret { oauth.client.secret?.value = Secret(secret) }
        }
        let outcome = await cache.token(avoiding: nil) {
            _ = asked.next()
            return .failure(failure)
        }
        guard asked.count == 0, case .failure(let known) = outcome else { return nil }
        return known
    }

    @Test("for a minute, then for twice as long each time, up to ten minutes; also for tokens in memory")
    func doubling() async throws {
        for delay in [60, 120, 240, 480, 600, 600] {
            #expect(try await run(fixture.refusal()) == nil)
            clock.advance(by: .seconds(delay - 1))
            #expect(try await run(fixture.refusal())?.kind == .refused)
            clock.advance(by: .seconds(1))
        }
        // An hour after the last one it is a new one.
        clock.advance(by: .seconds(3600))
        #expect(try await run(fixture.refusal()) == nil)
        clock.advance(by: .seconds(60))
        #expect(try await run(fixture.refusal()) == nil)
    }

    @Test("it says what the server said, when, when the next try will be, and how to try now")
    func words() async throws {
        _ = try await run(fixture.refusal())
        clock.advance(by: .seconds(12))
        let failure = try #require(try await run(fixture.refusal()))
        #expect(failure.isLasting)
        let diagnostic = failure.diagnostic
        #expect(diagnostic.code == .tokenRefused)
        #expect(diagnostic.title == "the token endpoint refused 'default' 12 s ago, and is not asked again yet")
        #expect(diagnostic.label == "a run may ask again in 48 s")
        #expect(diagnostic.span == fixture.fixture.source.span)
        #expect(
            diagnostic.notes == [
                "it said: https://auth.example.com/token answered 401: invalid_client", "error: invalid_client",
                "more attempts could lock the client out; another secret or another key is tried at once",
                "to ask now: errand token job.yaml --clear",
            ])
    }

    @Test("a new secret is tried at once, and the old one after a success elsewhere is still refused")
    func newSecret() async throws {
        _ = try await run(fixture.refusal())
        #expect(try await run(fixture.refusal(), secret: "another one") == nil)
        #expect(try await run(fixture.refusal())?.kind == .refused)
    }

    @Test("by hand the server is asked all the same, and a success clears it")
    func byHand() async throws {
        _ = try await run(fixture.refusal())
        #expect(try await run(fixture.refusal(), insists: true) == nil)
        #expect(try await run(fixture.refusal())?.kind == .refused)
        let cache = try fixture.cache(insists: true) { $0.handling.cache = .memory }
        #expect(named(await cache.token(avoiding: nil) { .success(fixture.held("t")) }) == "t")
        #expect(fixture.names("").isEmpty)
        #expect(try await run(fixture.refusal()) == nil)
    }

    @Test("who asks at the same time, or by hand, does not make it longer")
    func atOnce() async throws {
        for _ in 0..<5 {
            _ = try await run(fixture.refusal(), insists: true)
            clock.advance(by: .seconds(1))
        }
        #expect(try await run(fixture.refusal())?.diagnostic.label == "a run may ask again in 59 s")
    }

    @Test("a run that has an older secret is told that the client is not known, so that it reads it again")
    func invalidClient() async throws {
        for isInvalid in [true, false] {
            let failure = TokenFailure(
                .refused, fixture.refusal().diagnostic, isLasting: true, isInvalidClient: isInvalid)
            _ = try await run(failure)
            #expect(try await run(failure)?.isInvalidClient == isInvalid)
            clock.advance(by: .seconds(60))
        }
    }

    @Test("clear forgets it")
    func clear() async throws {
        _ = try await run(fixture.refusal())
        try fixture.cache { $0.handling.cache = .memory }.clear()
        #expect(try await run(fixture.refusal()) == nil)
    }

    @Test("a failure that may pass is not remembered")
    func passing() async throws {
        for _ in 0..<2 { #expect(try await run(fixture.refusal(isLasting: false)) == nil) }
        let unusable = TokenFailure(.unusable, fixture.refusal().diagnostic, isLasting: true)
        for _ in 0..<2 { #expect(try await run(unusable) == nil) }
        #expect(fixture.names("").isEmpty)
    }

    @Test("a server that asks to be left alone is left alone, an hour at most")
    func retryAfter() async throws {
        let busy = fixture.refusal("slow_down", isLasting: false, retryAfter: .seconds(90))
        #expect(try await run(busy) == nil)
        clock.advance(by: .seconds(89))
        let failure = try #require(try await run(busy))
        #expect(failure.kind == .waitTooLong)
        #expect(!failure.isLasting)
        #expect(
            failure.diagnostic.title
                == "the token endpoint asked 89 s ago to be left alone, and is not asked for 'default' yet")
        #expect(failure.diagnostic.label == "a run may ask again in 1 s")
        clock.advance(by: .seconds(1))
        #expect(try await run(fixture.refusal(isLasting: false, retryAfter: .seconds(1e9))) == nil)
        clock.advance(by: .seconds(3599))
        #expect(try await run(busy) != nil)
        clock.advance(by: .seconds(1))
        #expect(try await run(busy) == nil)
    }

    @Test("one from the future does not count, nor one that somebody wrote", arguments: 0..<5)
    func broken(kind: Int) async throws {
        _ = try await run(fixture.refusal())
        let text = fixture.text(".refused")
        switch kind {
        case 0: clock.set(wall: clock.wallClock() - 1)
        case 1: chmod(fixture.path(".refused"), 0o644)
        default:
            let other = [text.replacing("60", with: "3601"), "", text.replacing("\"key\":\"", with: "\"key\":\"f")]
            #expect(other[kind - 2] != text)
            try Data(other[kind - 2].utf8).write(to: URL(fileURLWithPath: fixture.path(".refused")))
            chmod(fixture.path(".refused"), 0o600)
        }
        #expect(try await run(fixture.refusal()) == nil)
    }

    @Test("what is kept of it is short, and holds no secret")
    func short() async throws {
        fixture.redactor.register(Secret("s3cr3t-of-the-client"))
        let long = String(repeating: "x", count: 5000)
        let notes = ["said s3cr3t-of-the-client", long] + (0..<50).map { "note \($0)" }
        let diagnostic = Diagnostic(code: .tokenRefused, title: "no\u{1b}[31m", notes: notes)
        _ = try await run(TokenFailure(.refused, diagnostic, isLasting: true))
        let text = fixture.text(".refused")
        #expect(text.utf8.count < 4000)
        #expect(!text.contains("s3cr3t") && text.contains("said ***"))
        let failure = try #require(try await run(fixture.refusal()))
        #expect(failure.diagnostic.notes.count == 12)
        #expect(failure.diagnostic.notes[0] == "it said: no\\u{1b}[31m")
    }

    @Test("a token that is there is used, whatever the server said since")
    func tokenFirst() async throws {
        let held = fixture.held("good")
        _ = try await fixture.cache().token(avoiding: nil) { .success(held) }
        _ = try await fixture.cache().token(avoiding: held) { .failure(fixture.refusal()) }
        #expect(named(try await fixture.cache().token(avoiding: nil) { .success(held) }) == "good")
        #expect(named(try await fixture.cache().token(avoiding: held) { .success(held) }) == "refused")
    }

    @Test("the command to ask now names the job and its source as a shell takes them")
    func command() {
        let span = SourceSpan(file: SourceFile(name: "my job's.yaml", text: "x"), start: 0, end: 1)
        let source = TokenSourceConfiguration(
            name: "crm", span: span, kind: .oauth(fixture.fixture.oauth))
        let refusal = RememberedRefusal(
            fixture.refusal(), after: nil, at: 10, text: UntrustedText(redactor: fixture.redactor))
        let note = refusal.flatMap {
            TokenCacheFailures(source, fixture.redactor).failure($0, at: 12).diagnostic.notes.last
        }
        #expect(note == #"to ask now: errand token 'my job'\''s.yaml' --source crm --clear"#)
    }
}
