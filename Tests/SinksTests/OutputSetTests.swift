import Foundation
import Sinks
import Testing

@Suite struct OutputSetTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ name: String, _ mode: SinkConfiguration.Mode = .replace) throws -> any Sink {
        let sink = try SinkConfiguration(target: .file(folder(name)), format: .txt, mode: mode).open()
        try sink.write(RecordBatch("[\"new\"]"))
        return sink
    }

    @Test func showsAllTogether() throws {
        try folder.write("old\n", to: "1.txt")
        try folder.write("old\n", to: "3.txt")
        try OutputSet.commit([try open("1.txt"), try open("new/2.txt"), try open("3.txt", .append)])
        #expect(folder.text(of: "1.txt") == "new\n")
        #expect(folder.text(of: "new/2.txt") == "new\n")
        #expect(folder.text(of: "3.txt") == "old\nnew\n")
        #expect(folder.names == ["1.txt", "3.txt", "new", "new/2.txt"])
    }

    @Test func putsAllBackWhenOneCannotBeShown() throws {
        try folder.write("old\n", to: "1.txt")
        chmod(folder("1.txt"), 0o640)
        try folder.write("old\n", to: "added.txt")
        let outputs = [
            try open("1.txt"), try open("new/2.txt"), try open("added.txt", .append), try open("made.txt", .append),
            try open("fails.txt"), try open("4.txt"),
        ]
        try folder.makeFolder("fails.txt")
        let failure = #expect(throws: SinkError.self) { try OutputSet.commit(outputs) }
        #expect(failure?.operation == .publish)
        #expect(failure?.description == "cannot publish \(folder("fails.txt")): it is a folder")
        #expect(folder.names == ["1.txt", "added.txt", "fails.txt"])
        #expect(folder.text(of: "1.txt") == "old\n")
        #expect(folder.text(of: "added.txt") == "old\n")
        #expect(try folder.mode(of: "1.txt") == 0o640)
    }

    @Test func putsAllBackWhenAFileThatIsReplacedTurnsIntoAFolder() throws {
        try folder.write("old\n", to: "1.txt")
        try folder.write("old\n", to: "2.txt")
        let outputs = [try open("1.txt"), try open("2.txt")]
        try FileManager.default.removeItem(atPath: folder("2.txt"))
        try folder.makeFolder("2.txt/full")
        #expect(throws: SinkError.self) { try OutputSet.commit(outputs) }
        #expect(folder.names == ["1.txt", "2.txt", "2.txt/full"])
        #expect(folder.text(of: "1.txt") == "old\n")
    }

    @Test func putsAllBackWhenAFolderIsGone() throws {
        try folder.write("old\n", to: "1.txt")
        let outputs = [try open("1.txt"), try open("gone/2.txt")]
        try FileManager.default.removeItem(atPath: folder("gone"))
        #expect(throws: SinkError.self) { try OutputSet.commit(outputs) }
        #expect(folder.names == ["1.txt"])
        #expect(folder.text(of: "1.txt") == "old\n")
    }

    @Test func showsNothingWhenOneCannotBeFinished() throws {
        try folder.write("old\n", to: "1.txt")
        let full = try SinkConfiguration(target: .file("/dev/full"), format: .json).open()
        let failure = #expect(throws: SinkError.self) { try OutputSet.commit([try open("1.txt"), full]) }
        #expect(failure?.code == .noSpace)
        #expect(folder.names == ["1.txt"])
        #expect(folder.text(of: "1.txt") == "old\n")
    }

    @Test func takesTheLaterOfTwoOutputsWithTheSameTarget() throws {
        try folder.write("old\n", to: "1.txt")
        let outputs = [try open("1.txt"), try open("1.txt")]
        try outputs[1].write(RecordBatch("[\"second\"]"))
        try OutputSet.commit(outputs)
        #expect(folder.text(of: "1.txt") == "new\nsecond\n")
        #expect(folder.names == ["1.txt"])
    }

    @Test func reportsWhatCannotBeTakenBack() throws {
        let outputs = [try open("a/1.txt"), try open("2.txt")]
        try FileManager.default.removeItem(atPath: folder("a"))
        let failures = OutputSet.rollback(outputs)
        #expect(failures.map(\.path) == [folder("a/1.txt")])
        #expect(failures.map(\.operation) == [.rollback])
        #expect(folder.names == [])
    }
}
