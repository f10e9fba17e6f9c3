import HTTP
import Synchronization
import Testing

@testable import Engine

/// Whole runs that wait until something is done.
@Suite struct PollTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private func job(_ poll: String, more: String = "write: out.jsonl") -> String {
        """
        calls:
          - name: job
            get: https://api.example.com/jobs/1
            poll: \(poll)
            \(more)
        """
    }

    @Test func asksUntilItIsDone() async throws {
        let transport = ScriptedTransport(
            .json(#"{"state": "queued"}"#), .json(#"{"state": "running"}"#), .json(#"{"state": "done", "n": 3}"#))
        let result = try await harness.run(job("{until: $.state == 'done', every: 5s}"), transport)
        #expect(result.messages == "")
        #expect(transport.requests.count == 3)
        #expect(harness.clock.now() == .seconds(10))
        #expect(harness.out.text("out.jsonl") == "{\"state\":\"done\",\"n\":3}\n")
        #expect(result.calls.first?.responses == 3)
        #expect(result.calls.first?.records == 1)
    }

    @Test func theLastAnswerIsTheCalls() async throws {
        let transport = ScriptedTransport(
            .json(#"{"state": "running"}"#), .json(#"{"state": "done", "url": "https://files.example.com/a"}"#),
            .json("[1]"))
        let result = try await harness.run(
            job("{until: $.state == 'done'}", more: "extract: {url: $.url}") + """

                  - get: ${calls.job.url}
                    write: rows.jsonl
                """, transport)
        #expect(result.messages == "")
        #expect(transport.urls.last == "https://files.example.com/a")
    }

    @Test func waitsForAStatus() async throws {
        let transport = ScriptedTransport(.status(202), .status(202, "not yet"), .json("[1]"))
        let result = try await harness.run(job("{until: {status: 200}}"), transport)
        #expect(result.messages == "")
        #expect(transport.requests.count == 3)
        #expect(harness.out.text("out.jsonl") == "1\n")
    }

    @Test func aStatusThatIsWaitedForIsAGoodOne() async throws {
        let transport = ScriptedTransport(.json("{}"), .status(404))
        let result = try await harness.run(job("{until: {status: 404}}", more: "on_error: fail"), transport)
        #expect(result.messages == "")
        #expect(transport.requests.count == 2)
    }

    @Test func bothMustHold() async throws {
        let transport = ScriptedTransport(
            .json(#"{"done": true}"#, status: 202), .json(#"{"done": false}"#), .json(#"{"done": true}"#))
        let result = try await harness.run(job("{until: {status: 200, body: $.done}}"), transport)
        #expect(result.messages == "")
        #expect(transport.requests.count == 3)
    }

    @Test func aFailureShowsTheValue() async throws {
        let transport = ScriptedTransport(
            .json(#"{"state": "running"}"#), .json(#"{"state": "failed", "reason": "quota"}"#))
        let result = try await harness.run(
            job("{until: $.state == 'done', fail: $.state == 'failed'}"), transport)
        #expect(result.codes == ["E1203"])
        #expect(result.messages.contains("$.state is \"failed\""))
        #expect(result.messages.contains("quota"))
        #expect(result.place == "$.state == 'failed'")
        #expect(transport.requests.count == 2)
    }

    @Test func givesUpInTime() async throws {
        let transport = ScriptedTransport(.json(#"{"state": "stuck"}"#))
        let result = try await harness.run(
            job("{until: $.state == 'done', every: 4s, timeout: 9s}"), transport)
        #expect(result.codes == ["E1204"])
        #expect(result.messages.contains("stuck"))
        // At 0, 4 and 8 seconds, and at the end.
        #expect(transport.requests.count == 4)
        #expect(harness.clock.now() == .seconds(9))
    }

    @Test func neverAsksSoonerThanTheAPIWants() async throws {
        let transport = ScriptedTransport(
            .json(#"{"state": "running"}"#, headers: [("Retry-After", "8")]), .json(#"{"state": "done"}"#))
        let result = try await harness.run(job("{until: $.state == 'done', every: 1s}"), transport)
        #expect(result.messages == "")
        #expect(harness.clock.now() == .seconds(8))
    }

    @Test func aWaitBeyondTheTimeoutIsNotBegun() async throws {
        let transport = ScriptedTransport(.json(#"{"state": "running"}"#, headers: [("Retry-After", "600")]))
        let result = try await harness.run(
            job("{until: $.state == 'done', every: 1s, timeout: 60s}"), transport)
        #expect(result.codes == ["E1204"])
        #expect(result.messages.contains("the API asks for a wait of"))
        #expect(transport.requests.count == 1)
    }

    @Test func anErrorStatusIsAFailure() async throws {
        let transport = ScriptedTransport(.json(#"{"state": "running"}"#), .status(404, "gone"))
        let result = try await harness.run(job("{until: $.state == 'done'}"), transport)
        #expect(result.codes == ["E1201"])
        #expect(transport.requests.count == 2)
    }

    @Test func rulesDecideFirst() async throws {
        let transport = ScriptedTransport(.json(#"{"state": "running"}"#), .status(404, "gone"))
        let result = try await harness.run(
            job("{until: $.state == 'done'}", more: "rules: [{status: 404, do: skip}]"), transport)
        #expect(result.messages == "")
        #expect(result.calls.first?.outcome == .skipped)
    }
}
