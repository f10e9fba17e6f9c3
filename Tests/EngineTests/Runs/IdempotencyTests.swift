import Foundation
import HTTP
import Synchronization
import Testing

@testable import Engine

/// Whole runs with writes that may be sent again.
@Suite struct IdempotencyTests {
    private let harness: Harness
    private let memory = TestMemory()

    init() throws {
        harness = try Harness()
    }

    private let job = """
        calls:
          - name: pay
            post: https://api.example.com/payments
            json: {amount: 5}
            idempotency_key: {header: Idempotency-Key, within: 1h}
        """

    private let broken = ScriptedTransport.Reply.fail(
        TransferError(.timeout, message: "too slow", host: "api.example.com"))

    private func run(_ text: String, _ replies: ScriptedTransport.Reply...) async throws -> (RunResult, [String?]) {
        let transport = ScriptedTransport { _, place in replies[min(place, replies.count - 1)] }
        let result = try await harness.run(text, memory: memory, transport)
        return (result, transport.requests.map { $0.headers.first("Idempotency-Key") })
    }

    @Test func isTheSameForAllAttempts() async throws {
        let (result, keys) = try await run(job, broken, .status(503), .json("{}", status: 201))
        #expect(result.messages == "")
        #expect(keys.count == 3)
        #expect(Set(keys).count == 1)
        #expect(keys[0]?.count == 32)
    }

    @Test func isWrittenDownBeforeTheFirstSend() async throws {
        let memory = memory
        let seen = Mutex<[Int]>([])
        let transport = ScriptedTransport { _, _ in
            seen.withLock { $0.append(memory.keys.count) }
            return .json("{}")
        }
        _ = try await harness.run(job, memory: memory, transport)
        #expect(seen.withLock { $0 } == [1])
    }

    @Test func isTheSameForTheNextRunUntilItIsConfirmed() async throws {
        let (failed, first) = try await run(job, broken)
        #expect(failed.exitCode == .callFailed)
        memory.drop()
        // This run gets an answer, and dies before it has noted it.
        let (_, second) = try await run(job, .json("{}"))
        memory.drop()
        let (_, third) = try await run(job, .json("{}"))
        memory.commit()
        #expect(Set(first + second + third).count == 1)
        #expect(memory.keys == [])
        let (_, fourth) = try await run(job, .json("{}"))
        #expect(fourth[0] != third[0])
    }

    @Test func isAnotherForAnotherBodyURLAndItem() async throws {
        let looped = """
            calls:
              - for_each: {in: [1, 2]}
                post: https://api.example.com/payments
                json: {amount: 5}
                idempotency_key: true
            """
        let (_, keys) = try await run(looped, broken)
        memory.drop()
        let (result, again) = try await run(looped, .json("{}"))
        #expect(result.messages == "")
        #expect(again.count == 2 && Set(again).count == 2)
        #expect(again.contains(keys[0]))
        _ = try await run(job, broken)
        let (_, other) = try await run(job.replacingOccurrences(of: "amount: 5", with: "amount: 6"), .json("{}"))
        let (_, elsewhere) = try await run(job.replacingOccurrences(of: "/payments", with: "/refunds"), .json("{}"))
        let (_, same) = try await run(job, .json("{}"))
        #expect(Set(other + elsewhere + same).count == 3)
    }

    @Test func aRefusalIsForgotten() async throws {
        let (refused, first) = try await run(job, .status(422, "no"))
        #expect(refused.codes == ["E1201"])
        #expect(memory.keys == [])
        let (_, second) = try await run(job, .json("{}"))
        #expect(first[0] != second[0])
    }

    @Test(arguments: [409, 500])
    func whatMayHaveHappenedIsNotForgotten(_ status: Int) async throws {
        _ = try await run(job, .status(status))
        #expect(memory.keys.count == 1)
    }

    @Test func anOldKeyStopsTheRun() async throws {
        _ = try await run(job, broken)
        memory.drop()
        let transport = ScriptedTransport(.json("{}"))
        let late = try await harness.run(job, memory: memory, transport, clock: LateClock(seconds: 3700))
        #expect(late.codes == ["E1801"])
        #expect(transport.requests.isEmpty)
        #expect(late.messages.contains("errand state reset"))
        let inTime = try await harness.run(job, memory: memory, transport, clock: LateClock(seconds: 3500))
        #expect(inTime.messages == "")
    }
}

/// The clock of the tests, some time later in the day.
private struct LateClock: HTTPClock {
    let seconds: Double
    let base = TestClock()

    func now() -> Duration { base.now() }
    func wallClock() -> Double { base.wallClock() + seconds }
    func sleep(for duration: Duration) async throws { try await base.sleep(for: duration) }
}
