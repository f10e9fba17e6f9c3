import HTTP
import Testing

struct ExchangePauseTests {
    @Test func retryAfterCostsNoAttempt() async throws {
        let answers = Array(repeating: ScriptedTransport.Answer.answer(429, ["Retry-After": "2"]), count: 7)
        let test = TestExchange(answers + [.answer(200)], retry: RetryPolicy(maxAttempts: 2))
        let result = try await test.run(.post())
        #expect(result.response.status == 200 && result.retries == 7)
        #expect(result.waited == .seconds(14))
        #expect(test.clock.sleeps == Array(repeating: .seconds(2), count: 7))
    }

    @Test func retryAfterOfNothingCostsOne() async throws {
        let test = TestExchange([.answer(429, ["Retry-After": "0"])], retry: RetryPolicy(maxAttempts: 3))
        #expect(try await test.run(.get()).retries == 2)
    }

    @Test func aPauseHoldsForTheWholeRun() async throws {
        let test = TestExchange([.answer(503, ["Retry-After": "20"]), .answer(200)])
        // A write is not sent again, but the next request knows.
        #expect(try await test.run(.post()).response.status == 503)
        let result = try await test.run(.get())
        #expect(result.waited == .seconds(20) && result.retries == 0)
        #expect(try await test.run(.get("https://other.example.com/")).waited == .zero)
    }

    @Test func aLongWaitEndsItAtOnce() async {
        let test = TestExchange([.answer(429, ["Retry-After": "3600"])])
        let error = await test.failure(of: .get())
        guard case .waitTooLong(let wanted, let limit)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(wanted == .seconds(3600) && limit == .seconds(300))
        #expect(test.clock.sleeps == [])
        #expect(error?.attempts == 1)
    }

    @Test func waitsAddUp() async {
        let test = TestExchange([.answer(429, ["Retry-After": "100"])])
        let error = await test.failure(of: .get())
        guard case .waitTooLong(let wanted, _)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(wanted == .seconds(400))
        #expect(test.clock.sleeps.count == 3)
    }

    @Test func aForbiddenThatIsARateLimitIsWaitedFor() async throws {
        let test = TestExchange([
            .answer(403, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "\(Int(ManualClock.start) + 7)"]),
            .answer(200),
        ])
        #expect(try await test.run(.post()).waited == .seconds(7))
        let plain = TestExchange([.answer(403, ["X-RateLimit-Remaining": "5"])])
        #expect(try await plain.run(.get()).response.status == 403)
    }

    @Test func aLastRequestPausesTheNext() async throws {
        let test = TestExchange([
            .answer(200, ["RateLimit-Remaining": "0", "RateLimit-Reset": "3"]), .answer(200),
        ])
        #expect(try await test.run(.get()).waited == .zero)
        #expect(try await test.run(.get()).waited == .seconds(3))
    }

    @Test func aLastRequestForLongIsLeftToTheServer() async throws {
        let test = TestExchange([
            .answer(200, ["RateLimit-Remaining": "0", "RateLimit-Reset": "3000"]), .answer(200),
        ])
        _ = try await test.run(.get())
        #expect(try await test.run(.get()).waited == .zero)
    }

    @Test func theRateLimitOfTheCallIsKept() async throws {
        let test = TestExchange([.answer(200)], maxWait: .zero, rateLimit: RateLimit(count: 2, per: .seconds(10)))
        for _ in 0..<5 { _ = try await test.run(.get()) }
        #expect(test.clock.sleeps == [.seconds(10), .seconds(10)])
    }
}
