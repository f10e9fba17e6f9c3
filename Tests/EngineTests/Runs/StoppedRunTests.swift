import Diagnostics
import HTTP
import Testing

@testable import Engine

/// Runs that are stopped before their end, and the calls of `finally`.
@Suite struct StoppedRunTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
        try harness.out.write("items.jsonl", "yesterday\n")
    }

    private let job = """
        calls:
          - get: https://api.example.com/first
            write: items.jsonl
          - get: https://api.example.com/hangs
            write: {file: log.jsonl, mode: append}
        finally:
          - get: https://monitor.example.com/${run.outcome}/${run.exit_code}
        """

    /// Hangs where the job says so, after `stop` was called.
    private func transport(_ stop: @escaping @Sendable () -> Void) -> ScriptedTransport {
        ScriptedTransport { request, _ in
            guard request.url.hasSuffix("/hangs") else { return .json("[1]") }
            stop()
            return .hang
        }
    }

    @Test(arguments: [(ExitCode.interrupted, "SIGINT"), (.terminated, "SIGTERM")])
    func takesBackWhatWasWrittenWhenInterrupted(code: ExitCode, signal: String) async throws {
        let interruption = harness.interruption
        let transport = transport { interruption.interrupt(code) }
        let result = try await harness.run(job, transport)
        #expect(result.outcome == .interrupted)
        #expect(result.exitCode == code)
        #expect(result.codes == ["E1702"])
        #expect(result.messages.contains(signal))
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
        #expect(harness.out.names == ["items.jsonl"])
        #expect(transport.urls.last == "https://monitor.example.com/interrupted/\(code.rawValue)")
    }

    @Test func isInterruptedByTheCancellationOfItsTask() async throws {
        let (started, start) = AsyncStream<Void>.makeStream()
        let transport = transport { start.yield() }
        let harness = harness
        let job = job
        let task = Task { try await harness.run(job, transport) }
        for await _ in started.prefix(1) {}
        task.cancel()
        let result = try await task.value
        #expect(result.outcome == .interrupted)
        #expect(result.exitCode == .interrupted)
        #expect(transport.urls.last == "https://monitor.example.com/interrupted/130")
    }

    @Test func sendsNothingWhenItWasInterruptedBefore() async throws {
        harness.interruption.interrupt(.terminated)
        let transport = ScriptedTransport(.json("[1]"))
        let result = try await harness.run(job, transport)
        #expect(result.exitCode == .terminated)
        #expect(transport.urls == ["https://monitor.example.com/interrupted/143"])
        #expect(result.calls.isEmpty)
    }

    @Test func interruptsALoopWithWaitingItems() async throws {
        let interruption = harness.interruption
        let transport = ScriptedTransport { request, _ in
            // The first item hangs, the others wait for their turn with what they brought.
            if request.url.hasSuffix("/1") { return .hang }
            if request.url.hasSuffix("/4") { interruption.interrupt(.interrupted) }
            return .json("[1]")
        }
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [1, 2, 3, 4], concurrency: 4, on_error: continue, failed: failed.jsonl}
                get: https://api.example.com/${item}
                write: items.jsonl
            """, transport)
        #expect(result.outcome == .interrupted)
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
        #expect(harness.out.names == ["items.jsonl"])
    }

    @Test func endsAtItsDeadline() async throws {
        let clock = harness.clock
        let transport = transport { clock.passLimit() }
        let result = try await harness.run("options: {deadline: 10m}\n" + job, transport)
        #expect(result.outcome == .failure)
        #expect(result.exitCode == .callFailed)
        #expect(result.codes == ["E1701"])
        #expect(result.messages.contains("600 s"))
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
    }

    @Test func tellsTheMonitorHowItWent() async throws {
        let transport = ScriptedTransport(.json("[1]"))
        let result = try await harness.run(job, transport)
        #expect(result.outcome == .success)
        #expect(transport.urls.last == "https://monitor.example.com/success/0")
        #expect(harness.out.text("log.jsonl") == "1\n")
    }

    @Test func cannotFailByTheCallsOfFinally() async throws {
        let clock = harness.clock
        let transport = ScriptedTransport { request, _ in
            if request.url.hasSuffix("/bad") { return .status(500) }
            guard request.url.hasSuffix("/hangs") else { return .json("[1]") }
            clock.passLimit()
            return .hang
        }
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                write: items.jsonl
            finally:
              - get: https://monitor.example.com/bad
                retry: false
              - get: https://monitor.example.com/hangs
              - get: https://monitor.example.com/good
            """, transport)
        #expect(result.outcome == .success)
        #expect(result.exitCode == .success)
        #expect(result.warnings.map(\.code.rawValue) == ["E1201", "E1701"])
        #expect(result.warnings.allSatisfy { $0.severity == .warning })
        #expect(transport.urls.last == "https://monitor.example.com/good")
        #expect(harness.out.text("items.jsonl") == "1\n")
    }
}
