import HTTP
import Testing

struct ExchangeRetryTests {
    @Test func anAnswerEndsIt() async throws {
        let test = TestExchange([.answer(200)])
        let result = try await test.run(.get())
        #expect(result.response.status == 200)
        #expect(result.response.url == "https://api.example.com/items")
        #expect(result.retries == 0 && result.redirects == 0 && result.waited == .zero)
        #expect(test.transport.requests.count == 1)
    }

    @Test func aStatusThatPassesIsTriedAgain() async throws {
        let test = TestExchange([.answer(503), .answer(500), .answer(200)])
        let result = try await test.run(.get())
        #expect(result.response.status == 200 && result.retries == 2)
        #expect(test.clock.sleeps == [.milliseconds(500), .seconds(1)])
        #expect(result.waited == .milliseconds(1500))
    }

    @Test func theLastAnswerStands() async throws {
        let test = TestExchange([.answer(503)])
        let result = try await test.run(.get())
        #expect(result.response.status == 503 && result.retries == 4)
        #expect(test.transport.requests.count == 5)
    }

    @Test func aWriteIsNotSentAgain() async throws {
        let test = TestExchange([.answer(503), .answer(200)])
        #expect(try await test.run(.post()).response.status == 503)
        #expect(test.transport.requests.count == 1)
    }

    @Test func aWriteThatWasOneTooManyIsSentAgain() async throws {
        let test = TestExchange([.answer(429), .answer(201)])
        #expect(try await test.run(.post()).response.status == 201)
    }

    @Test func aFailedTransferIsTriedAgain() async throws {
        let test = TestExchange([.failed(.closed), .failed(.bodyCut), .answer(200)])
        #expect(try await test.run(.get()).retries == 2)
    }

    @Test func aFailedWriteIsSentAgainOnlyWhenNothingWasSent() async throws {
        let closed = TestExchange([.failed(.closed), .answer(200)])
        let error = await closed.failure(of: .post())
        #expect(error?.attempts == 1)
        guard case .transfer(let reason)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.kind == .closed)
        let refused = TestExchange([.failed(.refused, isNothingSent: true), .answer(200)])
        #expect(try await refused.run(.post()).retries == 1)
    }

    @Test func theLastFailureIsThrown() async {
        let test = TestExchange([.failed(.timeout)], retry: RetryPolicy(maxAttempts: 3))
        let error = await test.failure(of: .get())
        #expect(error?.attempts == 3)
    }

    @Test func withoutRetriesThereIsOneAttempt() async throws {
        let test = TestExchange([.answer(429, ["Retry-After": "1"])], retry: .none)
        #expect(try await test.run(.get()).response.status == 429)
        #expect(test.transport.requests.count == 1)
    }

    @Test func aRunThatRetriesTooMuchStops() async throws {
        let test = TestExchange([.answer(500)], retry: RetryPolicy(maxAttempts: 100))
        let result = try await test.run(.get())
        #expect(result.response.status == 500)
        #expect(test.transport.requests.count == 36)
        let second = await test.failure(of: .get())
        #expect(second == nil)
        #expect(test.transport.requests.count == 37)
    }

    @Test func aRuleMayAskForAnotherAttempt() async throws {
        let test = TestExchange(
            [.answer(200), .answer(201)], classify: { $0.status == 200 ? .retry : .ordinary })
        #expect(try await test.run(.post()).response.status == 201)
    }

    @Test func aRuleMayAcceptAnything() async throws {
        let test = TestExchange([.answer(503, ["Retry-After": "9999"])], classify: { _ in .accept })
        #expect(try await test.run(.get()).response.status == 503)
        #expect(try await test.run(.get()).waited == .zero)
    }

    @Test func aCancelledTaskEndsTheWait() async {
        let limits = RunLimits(clock: SystemClock())
        let exchange = Exchange(
            transport: ScriptedTransport([.answer(429, ["Retry-After": "200"])]), authorizer: nil,
            policy: ExchangePolicy(
                retry: RetryPolicy(), maxRedirects: 0, maxWait: .seconds(300), rateLimit: nil,
                allowSecretsOverHTTP: false), limits: limits)
        let task = Task { try await exchange.run(.get(), to: .memory(limit: 1)) }
        task.cancel()
        let error = await #expect(throws: ExchangeError.self) { try await task.value }
        guard case .cancelled? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
