import Foundation
import HTTP
import Testing

@testable import Engine

/// Whole runs over bodies that are read as a stream.
@Suite struct StreamTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private func job(_ more: String = "response: jsonl") -> String {
        """
        calls:
          - name: export
            get: https://api.example.com/export
            \(more)
            write: out.jsonl
        """
    }

    private func lines(_ range: Range<Int>) -> String { range.map { "{\"id\":\($0)}\n" }.joined() }

    @Test func readsJSONLines() async throws {
        let transport = ChunkTransport(.init(lines(0..<2500)))
        let result = try await harness.run(job(), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("out.jsonl") == lines(0..<2500))
        #expect(result.calls.first?.records == 2500)
        #expect(transport.requests.first?.headers.first("Accept-Encoding") == "gzip, zstd")
        #expect(transport.requests.first?.options.isDecoded == false)
        #expect(harness.work.names == [])
    }

    @Test func readsCSV() async throws {
        let transport = ChunkTransport(.init("id,name\n1,a\n2,b\n"))
        let result = try await harness.run(job("response: csv"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("out.jsonl") == "{\"id\":\"1\",\"name\":\"a\"}\n{\"id\":\"2\",\"name\":\"b\"}\n")
    }

    @Test func unpacksByContent() async throws {
        let packed = Data(base64Encoded: "H4sICAAAAAAC/25hbWUuanNvbgCrVsrPVrIqKSpNrQUAkF/UpwsAAAA=") ?? Data()
        let transport = ChunkTransport(
            .init(headers: [("Content-Encoding", "gzip")], chunks: packed.map { [$0] }))
        let result = try await harness.run(job(), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("out.jsonl") == "{\"ok\":true}\n")
    }

    @Test func anUnknownEncodingIsSaid() async throws {
        let transport = ChunkTransport(.init(headers: [("Content-Encoding", "br")], chunks: [[0x0B, 0x02, 0x80]]))
        let result = try await harness.run(job(), transport)
        #expect(result.codes == ["E1308"])
        #expect(result.messages.contains("'br'"))
    }

    @Test func aBrokenLineFailsTheCall() async throws {
        try harness.out.write("out.jsonl", "yesterday\n")
        let transport = ChunkTransport(.init(lines(0..<1500) + "{\"id\":\n"))
        let result = try await harness.run(job(), transport)
        #expect(result.codes == ["E1307"])
        #expect(result.messages.contains("line 1501"))
        #expect(harness.out.text("out.jsonl") == "yesterday\n")
        #expect(harness.out.names == ["out.jsonl"])
    }

    @Test func nothingIsAnEmptyFile() async throws {
        try harness.out.write("out.jsonl", "yesterday\n")
        let result = try await harness.run(job(), ChunkTransport(.init("")))
        #expect(result.messages == "")
        #expect(harness.out.text("out.jsonl") == "")
    }

    @Test func aSmallBodyThatBreaksOffIsAskedForAgain() async throws {
        let half = ChunkTransport.Answer(chunks: [Array(lines(0..<10).utf8)], breaks: true)
        let transport = ChunkTransport(half, .init(lines(0..<20)))
        let result = try await harness.run(job(), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("out.jsonl") == lines(0..<20))
    }

    @Test func aLargeBodyThatBreaksOffFailsTheCall() async throws {
        try harness.out.write("out.jsonl", "yesterday\n")
        let half = ChunkTransport.Answer(chunks: [Array(lines(0..<200_000).utf8)], breaks: true)
        let result = try await harness.run(job("response: jsonl\n    retry: {attempts: 1}"), ChunkTransport(half))
        #expect(result.exitCode == .callFailed)
        #expect(result.codes == ["E1002"])
        #expect(harness.out.text("out.jsonl") == "yesterday\n")
    }

    @Test func rulesAndStatusesDecideBeforeAnythingIsRead() async throws {
        let skipped = try await harness.run(
            job("response: jsonl\n    rules: [{headers: {X-State: none}, do: skip}]"),
            ChunkTransport(.init("rubbish", headers: [("X-State", "none")])))
        #expect(skipped.messages == "")
        #expect(skipped.calls.first?.outcome == .skipped)
        let failed = try await harness.run(
            job(), ChunkTransport(.init(status: 404, chunks: [Array("gone".utf8)])))
        #expect(failed.codes == ["E1201"])
        #expect(failed.messages.contains("gone"))
    }

    @Test func pollsByStatus() async throws {
        let transport = ChunkTransport(
            .init(status: 202, chunks: [Array("wait".utf8)]), .init(lines(0..<3)))
        let result = try await harness.run(job("response: jsonl\n    poll: {until: {status: 200}}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("out.jsonl") == lines(0..<3))
    }
}
