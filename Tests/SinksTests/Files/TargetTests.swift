import Foundation
import Sinks
import Testing

@Suite struct TargetTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ path: String, _ mode: SinkConfiguration.Mode = .replace) throws -> any Sink {
        try SinkConfiguration(target: .file(path), format: .txt, mode: mode).open()
    }

    private func write(_ page: String, to path: String) throws {
        let sink = try open(path)
        try sink.write(RecordBatch(page))
        try OutputSet.commit([sink])
    }

    @Test(arguments: [SinkConfiguration.Mode.replace, .append])
    func saysAtOnceWhatCannotBeWritten(_ mode: SinkConfiguration.Mode) throws {
        try folder.write("x", to: "file")
        try folder.makeFolder("folder")
        try folder.link("circle", to: "circle")
        let long = String(repeating: "n", count: 256)
        let cases: [(path: String, code: SinkError.Code, message: String)] = [
            (folder("folder"), .unsuitable, "it is a folder"),
            (folder("file/a.txt"), .unsuitable, "a part of its path is a file, not a folder"),
            (folder("folder/new/"), .unsuitable, "its name ends with a slash"),
            (folder(long), .unsuitable, "its name is too long"),
            (folder("circle"), .unsuitable, "its symbolic links go round in a circle"),
            ("", .unsuitable, "it is not the name of a file"),
            ("a\0b", .unsuitable, "it is not the name of a file"),
        ]
        for (path, code, message) in cases {
            let failure = #expect(throws: SinkError.self) { try open(path, mode) }
            #expect(failure?.code == code && failure?.message == message && failure?.operation == .open)
            #expect(failure?.description == "cannot write \(path): \(message)")
        }
        #expect(throws: SinkError.self) { try open("/proc/nothing.txt", mode) }
        #expect(throws: SinkError.self) { try open("/proc/new/nothing.txt", mode) }
        #expect(folder.names == ["circle", "file", "folder"])
    }

    @Test func makesAFileOfTheLongestName() throws {
        let name = String(repeating: "ä", count: 127) + "n"
        try write("[1]", to: folder(name))
        #expect(folder.names == [name])
    }

    @Test func keepsALinkAndReplacesWhatItPointsTo() throws {
        try folder.makeFolder("data")
        try folder.write("old\n", to: "data/real.txt")
        try folder.link("second", to: "data/real.txt")
        try folder.link("first", to: folder("second"))
        try write("[1]", to: folder("first"))
        #expect(folder.text(of: "data/real.txt") == "1\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("second")) == "data/real.txt")
        #expect(folder.names == ["data", "data/real.txt", "first", "second"])
    }

    @Test func makesTheFileOfALinkThatPointsNowhere() throws {
        try folder.link("link", to: "new/real.txt")
        try write("[1]", to: folder("link"))
        #expect(folder.text(of: "new/real.txt") == "1\n")
    }

    @Test func writesAFIFODirectly() throws {
        #expect(mkfifo(folder("fifo"), 0o600) == 0)
        let failure = #expect(throws: SinkError.self) { try open(folder("fifo")) }
        #expect(failure?.code == .unsuitable && failure?.message == "nobody reads it yet")
        let reader = FileHandle(fileDescriptor: Foundation.open(folder("fifo"), O_RDONLY | O_NONBLOCK))
        try write("[1,2]", to: folder("fifo"))
        #expect(try reader.readToEnd() == Data("1\n2\n".utf8))
        try reader.close()
        #expect(folder.names == ["fifo"])
    }

    @Test func leavesDevicesInPlace() throws {
        try write("[1,2]", to: "/dev/null")
        try folder.link("null", to: "/dev/null")
        try write("[1,2]", to: folder("null"))
        #expect(folder.names == ["null"])
    }

    @Test func saysWhenTheDiskIsFull() throws {
        let sink = try open("/dev/full")
        let failure = #expect(throws: SinkError.self) { try sink.write(RecordBatch("[1]")) }
        #expect(failure?.code == .noSpace)
        #expect(failure?.description == "cannot write /dev/full: no space is left on the disk")
        #expect(throws: try #require(failure)) { try sink.finish() }
    }

    @Test func saysWhenNobodyReadsAnyMore() throws {
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let sink = try open("/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
        try pipe.fileHandleForReading.close()
        let failure = #expect(throws: SinkError.self) { try sink.write(RecordBatch("[1]")) }
        #expect(failure?.code == .brokenPipe)
    }

    @Test func passesOnEachPageOfAStream() throws {
        let pipe = Pipe()
        let sink = try open("/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
        try sink.write(RecordBatch("[1]"))
        #expect(pipe.fileHandleForReading.availableData == Data("1\n".utf8))
        try sink.rollback()
    }

    @Test func waitsForAStreamThatDoesNotWait() throws {
        let reader = PipeReader(isNonBlocking: true)
        let sink = try open(reader.path)
        let text = String(repeating: "x", count: 1 << 20)
        try sink.write(RecordBatch("[\"\(text)\"]"))
        try sink.finish()
        #expect(try reader.text() == text + "\n")
    }

    @Test func opensStandardOutput() throws {
        let sink = try SinkConfiguration(target: .stdout, format: .csv).open()
        try sink.checkpoint()
        try OutputSet.commit([sink])
        #expect(sink.changedFolders == [])
    }

    @Test func refusesADescriptorThatIsNotOpen() {
        #expect(throws: SinkError.self) { try open("/dev/fd/987654") }
    }
}
