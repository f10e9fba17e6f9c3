import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Tokens that live for a moment")
struct ShortLivedTokenTests {
    private let clock = ManualClock()

    private func source(_ fetch: @escaping @Sendable () -> HeldToken) -> TokenSource {
        TokenSource(refreshOn: [401], failures: TokenFailures(Fixture().source, Fixture().redactor), clock: clock) {
            _ in
            .success(fetch())
        }
    }

    private func held(_ number: Int, life: Double) -> HeldToken {
        let life = TokenLife(from: Moment(now: clock), seconds: life, margin: nil)
        return HeldToken(
            credential: Credential(
                Token(value: .init("token-\(number)"), header: "Authorization", scheme: "Bearer", expiresAt: life.end)),
            life: life)
    }

    @Test("500 pages, 16 at a time, with tokens of two seconds: one token request for each that is used up")
    func pages() async throws {
        let asked = Asked()
        let start = clock.now()
        let source = source { held(asked.next(), life: 2) }
        let next = Asked()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    while next.next() <= 500 {
                        _ = try await source.credential()
                        clock.advance(by: .milliseconds(10))
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
        // A token is used for nine tenths of its life.
        let elapsed = (clock.now() - start) / .seconds(1)
        #expect(5...5.2 ~= elapsed)
        #expect(3...Int(elapsed / 1.8) + 1 ~= asked.count)
    }

    @Test("the same where an API refuses what expires on the way")
    func refusedPages() async throws {
        let asked = Asked()
        let refused = Asked()
        let start = clock.now()
        let source = source { held(asked.next(), life: 2) }
        let next = Asked()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    while next.next() <= 500 {
                        var request = Fixture.request()
                        let credential = try await source.credential()
                        credential.add(to: &request)
                        await Task.yield()
                        clock.advance(by: .milliseconds(90))
                        await Task.yield()
                        guard clock.wallClock() >= credential.token.expiresAt ?? 0 else { continue }
                        _ = refused.next()
                        #expect(try await source.renew(after: Answers.answer(401, ""), of: request, isForced: false))
                    }
                }
            }
            try await group.waitForAll()
        }
        let elapsed = (clock.now() - start) / .seconds(1)
        #expect(asked.count <= Int(elapsed / 1.8) + 1)
        #expect(refused.count > 0)
    }

    @Test("tokens of no life: one request for a page, and one more where an API refused it")
    func noLife() async throws {
        let asked = Asked()
        let source = source { held(asked.next(), life: 0) }
        for page in 1...20 {
            var request = Fixture.request()
            try await source.credential().add(to: &request)
            #expect(asked.count == page * 2 - 1)
            #expect(try await source.renew(after: Answers.answer(401, ""), of: request, isForced: false))
            // The page is sent again with the new one, and with no further one.
            try await source.credential().add(to: &request)
            #expect(asked.count == page * 2)
        }
    }

    @Test("what fetches is told which token was refused, and nothing when one is used up")
    func told() async throws {
        let refused = Noted()
        let asked = Asked()
        let source = TokenSource(
            refreshOn: [401], failures: TokenFailures(Fixture().source, Fixture().redactor), clock: clock
        ) { held in
            refused.note(held?.credential.token.value.reveal() ?? "none")
            return .success(self.held(asked.next(), life: 100))
        }
        var request = Fixture.request()
        try await source.credential().add(to: &request)
        #expect(try await source.renew(after: Answers.answer(401, ""), of: request, isForced: false))
        try await source.credential().add(to: &request)
        clock.advance(by: .seconds(91))
        _ = try await source.credential()
        #expect(refused.all == ["none", "token-1", "none"])
    }
}
