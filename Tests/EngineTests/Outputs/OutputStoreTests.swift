import JSON
import Sinks
import Testing

@testable import Engine

@Suite struct OutputStoreTests {
    private let folder: TemporaryDirectory
    private let store = OutputStore()

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func file(_ name: String, mode: SinkConfiguration.Mode = .replace) -> SinkConfiguration {
        SinkConfiguration(target: .file(folder.path(name)), format: .jsonl, mode: mode)
    }

    private func batch(_ values: String...) throws -> RecordBatch {
        RecordBatch(try values.map { try JSONNode($0) })
    }

    @Test func showsNothingUntilItIsPublished() async throws {
        try folder.write("a.jsonl", "yesterday\n")
        try await store.write(batch("1"), to: [file("a.jsonl"), file("b.jsonl")], for: "call")
        #expect(folder.text("a.jsonl") == "yesterday\n")
        #expect(folder.text("b.jsonl") == nil)
        try await store.publish()
        #expect(folder.text("a.jsonl") == "1\n")
        #expect(folder.text("b.jsonl") == "1\n")
        #expect(folder.names == ["a.jsonl", "b.jsonl"])
    }

    @Test func takesBackWhatIsNotPublished() async throws {
        try folder.write("a.jsonl", "yesterday\n")
        try await store.write(batch("1"), to: [file("a.jsonl"), file("new/b.jsonl")], for: "call")
        #expect(await store.rollback().isEmpty)
        #expect(folder.text("a.jsonl") == "yesterday\n")
        #expect(folder.names == ["a.jsonl"])
    }

    @Test func takesBackOneCallOnly() async throws {
        try await store.write(batch("1"), to: [file("a.jsonl")], for: "first")
        try await store.write(batch("2"), to: [file("b.jsonl")], for: "second")
        await store.rollback("second")
        try await store.publish()
        #expect(folder.names == ["a.jsonl"])
    }

    @Test func leavesAloneWhatNoAnswerReached() async throws {
        try folder.write("a.jsonl", "yesterday\n")
        try await store.open(file("a.jsonl"), for: "call")
        try await store.open(file("b.jsonl"), for: "call")
        try await store.publish()
        #expect(folder.text("a.jsonl") == "yesterday\n")
        #expect(folder.names == ["a.jsonl"])
    }

    @Test func publishesAnEmptyFileForAnAnswerWithoutRecords() async throws {
        try await store.write(RecordBatch(), to: [file("a.jsonl")], for: "call")
        try await store.publish()
        #expect(folder.text("a.jsonl") == "")
    }

    @Test func keepsWhatACallHasAppended() async throws {
        try folder.write("a.jsonl", "0\n")
        try await store.write(batch("1"), to: [file("a.jsonl", mode: .append)], for: "first")
        try await store.commit()
        try await store.write(batch("2"), to: [file("a.jsonl", mode: .append)], for: "second")
        await store.rollback()
        #expect(folder.text("a.jsonl") == "0\n1\n")
    }

    @Test func givesAFileToOneCallOnly() async throws {
        try await store.open(file("a.jsonl"), for: "first")
        let error = try await #require(throws: SinkError.self) { try await store.open(file("a.jsonl"), for: "second") }
        #expect(error.message == "the call 'first' writes there already")
        await #expect(throws: SinkError.self) { _ = try await store.openDownload(folder.path("a.jsonl"), for: "third") }
        #expect(await store.owner(of: folder.path("a.jsonl")) == "first")
    }

    @Test func keepsABoundedNumberOfFilesOpen() async throws {
        for number in 0..<(OutputStore.openLimit + 10) {
            try await store.write(batch("\(number)"), to: [file("\(number).jsonl")], for: "call")
        }
        await #expect(throws: SinkError.self) { try await store.write(batch("0"), to: [file("0.jsonl")], for: "call") }
        try await store.publish()
        #expect(folder.names.count == OutputStore.openLimit + 10)
        #expect(folder.text("0.jsonl") == "0\n")
    }

    @Test func publishesDownloadsThatWereAccepted() async throws {
        let accepted = try await store.openDownload(folder.path("a.bin"), for: "call")
        let refused = try await store.openDownload(folder.path("b.bin"), for: "call")
        for file in [accepted, refused] {
            try file.begin()
            try Array("bytes".utf8).withUnsafeBytes { try file.write($0) }
        }
        try await store.finishDownload(folder.path("a.bin"))
        try await store.discardDownload(folder.path("b.bin"))
        try await store.publish()
        #expect(folder.names == ["a.bin"])
        #expect(folder.text("a.bin") == "bytes")
    }
}
