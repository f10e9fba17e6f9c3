import Foundation
import Sinks
import Testing

@Suite struct DownloadFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ text: String, to file: DownloadFile) throws {
        try Array(text.utf8).withUnsafeBytes { try file.write($0) }
    }

    @Test func takesBytesAsTheyAre() throws {
        let file = try DownloadFile(path: folder("new/a.bin"))
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try file.begin()
        for start in stride(from: 0, to: bytes.count, by: 70_000) {
            try bytes[start..<min(start + 70_000, bytes.count)].withUnsafeBytes { try file.write($0) }
        }
        try OutputSet.commit([file])
        #expect(FileManager.default.contents(atPath: folder("new/a.bin")) == Data(bytes))
        #expect(folder.names == ["new", "new/a.bin"])
    }

    @Test func startsOverWithEachAttempt() throws {
        try folder.write("old", to: "a.bin")
        let file = try DownloadFile(path: folder("a.bin"))
        try file.begin()
        try write(String(repeating: "x", count: 1 << 20), to: file)
        try file.begin()
        try write("y", to: file)
        try file.begin()
        try write("new", to: file)
        #expect(folder.text(of: "a.bin") == "old")
        try OutputSet.commit([file])
        #expect(folder.text(of: "a.bin") == "new")
    }

    @Test func leavesWhatWasThereWhenTakenBack() throws {
        try folder.write("old", to: "a.bin")
        let file = try DownloadFile(path: folder("a.bin"))
        try write("new", to: file)
        #expect(OutputSet.rollback([file]) == [])
        #expect(throws: SinkError.self) { try write("more", to: file) }
        #expect(throws: SinkError.self) { try file.begin() }
        #expect(folder.names == ["a.bin"])
        #expect(folder.text(of: "a.bin") == "old")
    }

    @Test func cannotStartOverOnAStream() throws {
        let pipe = PipeReader()
        let file = try DownloadFile(path: pipe.path)
        try file.begin()
        try write(String(repeating: "x", count: 1 << 20), to: file)
        let failure = #expect(throws: SinkError.self) { try file.begin() }
        #expect(failure?.message == "what was written to it cannot be taken back")
        try file.rollback()
        #expect(try pipe.text().utf8.count == 1 << 20)
    }

    @Test func saysAtOnceWhatCannotBeWritten() throws {
        let failure = #expect(throws: SinkError.self) { try DownloadFile(path: folder.path) }
        #expect(failure?.message == "it is a folder")
    }
}
