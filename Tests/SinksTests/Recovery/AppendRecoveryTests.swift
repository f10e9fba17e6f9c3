import Foundation
import Sinks
import Testing

@Suite struct AppendRecoveryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Adds to the file and dies, with what was permanent.
    private func die(at checkpoint: Bool) throws -> AppendPoint {
        let sink = try SinkConfiguration(target: .file(folder("out")), format: .jsonl, mode: .append).open()
        let before = try #require(sink.appendPoint)
        try sink.write(RecordBatch("[1]"))
        if checkpoint { try sink.checkpoint() }
        let point = try #require(sink.appendPoint)
        #expect(point.identity == before.identity && point.path == folder("out"))
        // More than the buffer holds, so that something is there to be cut off.
        try sink.write(RecordBatch("[\"" + String(repeating: "x", count: 300_000) + "\"]"))
        return point
    }

    private func recover(_ point: AppendPoint) throws -> Int {
        try AppendRecovery.recover(path: point.path, identity: point.identity, length: point.length)
    }

    @Test func cutsOffWhatWasNotPermanent() throws {
        try folder.write("0\n", to: "out")
        let point = try die(at: true)
        #expect(try folder.text(of: "out")?.utf8.count == point.length + recover(point))
        #expect(folder.text(of: "out") == "0\n1\n")
        #expect(try recover(point) == 0)
    }

    @Test func cutsOffEverythingWithoutACheckpoint() throws {
        try folder.write("0\n", to: "out")
        let point = try die(at: false)
        #expect(point.length == 2)
        #expect(try recover(point) > 0)
        #expect(folder.text(of: "out") == "0\n")
    }

    @Test func emptiesAFileThatTheRunHasMade() throws {
        let point = try die(at: false)
        #expect(point.length == 0)
        #expect(try recover(point) > 0)
        #expect(folder.text(of: "out") == "")
        try FileManager.default.removeItem(atPath: folder("out"))
        #expect(try recover(point) == 0)
    }

    @Test func leavesAnotherFileAlone() throws {
        try folder.write("0\n", to: "out")
        let point = try die(at: true)
        try FileManager.default.moveItem(atPath: folder("out"), toPath: folder("rotated"))
        let gone = #expect(throws: SinkError.self) { try recover(point) }
        #expect(gone?.message.hasPrefix("it is gone") == true)
        try folder.write(String(repeating: "new\n", count: 200_000), to: "out")
        let other = #expect(throws: SinkError.self) { try recover(point) }
        #expect(other?.message.hasPrefix("it is another file") == true && other?.advice != nil)
        #expect(folder.text(of: "out")?.utf8.count == 800_000)
    }

    @Test func leavesAShorterFileAlone() throws {
        try folder.write("0\n", to: "out")
        let point = try die(at: true)
        truncate(folder("out"), 1)
        let failure = #expect(throws: SinkError.self) { try recover(point) }
        #expect(failure?.message == "it has 1 bytes, and had 4 before a run that died added to it")
        #expect(folder.text(of: "out") == "0")
    }

    @Test func leavesAFileThatIsInUse() throws {
        let sink = try SinkConfiguration(target: .file(folder("out")), format: .jsonl, mode: .append).open()
        let point = try #require(sink.appendPoint)
        let failure = #expect(throws: SinkError.self) { try recover(point) }
        #expect(failure?.code == .busy)
        try sink.rollback()
    }

    @Test func knowsNoPointOfOtherOutputs() throws {
        #expect(try SinkConfiguration(target: .file(folder("out")), format: .jsonl).open().appendPoint == nil)
        #expect(
            try SinkConfiguration(target: .file("/dev/null"), format: .jsonl, mode: .append).open().appendPoint == nil)
    }
}
