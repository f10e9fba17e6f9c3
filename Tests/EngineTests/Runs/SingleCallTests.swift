import HTTP
import JobFile
import Testing

@testable import Engine

@Suite struct SingleCallTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private func send(_ keys: String, _ transport: ScriptedTransport) async throws -> SingleCall.Result {
        let loaded = try await harness.load(
            "calls:\n  - get: https://api.example.com/x\n    retry: false\n    \(keys)\n")
        let settings = RunSettings(
            transport: transport, clock: harness.clock, redactor: harness.redactor, outputFolder: harness.out.path)
        return try await SingleCall(try #require(loaded.job.calls.first), of: loaded, settings: settings).run()
    }

    @Test func givesTheAnswerBackWhateverItIs() async throws {
        let good = try await send("response: text", ScriptedTransport(.json("[1]")))
        #expect(good.response.body == Array("[1]".utf8))
        #expect(good.failure == nil)
        let bad = try await send("response: text", ScriptedTransport(.status(404, "gone")))
        #expect(bad.response.body == Array("gone".utf8))
        #expect(bad.failure?.exitCode == .callFailed)
    }

    @Test func downloadsTheBodyOfAGoodAnswer() async throws {
        let good = try await send("download: x.bin", ScriptedTransport(.status(200, "bytes")))
        #expect(good.response.body.isEmpty)
        #expect(harness.out.text("x.bin") == "bytes")
        _ = try await send("download: y.bin", ScriptedTransport(.status(500, "no")))
        #expect(harness.out.names == ["x.bin"])
    }

    @Test func failsWithoutAnAnswer() async throws {
        let refused = TransferError(.refused, message: "refused", host: "api.example.com")
        let failure = await #expect(throws: RunFailure.self) {
            try await send("response: text", ScriptedTransport(.fail(refused)))
        }
        #expect(failure?.exitCode == .unavailable)
    }
}
