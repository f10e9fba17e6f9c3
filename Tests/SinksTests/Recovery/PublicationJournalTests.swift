import Foundation
import Sinks
import Testing

@Suite struct PublicationJournalTests {
    private let folder: TemporaryFolder
    private let journal: PublicationJournal

    init() throws {
        folder = try TemporaryFolder()
        journal = PublicationJournal(folder: folder("state/journals"))
        for name in ["a", "b", "c"] { try folder.write("old\n", to: name) }
    }

    /// An output that does something else when it is to be published.
    final class Obstacle: Output {
        var atPublication: () throws(SinkError) -> Void = {}
        var changedFolders: [String] { [] }
        func finish() throws(SinkError) {}
        func publish() throws(SinkError) { try atPublication() }
        func seal() throws(SinkError) {}
        func rollback() throws(SinkError) {}
    }

    private func outputs(_ names: String...) throws -> [any Output] {
        try names.map { name in
            let sink = try SinkConfiguration(target: .file(folder(name)), format: .txt).open()
            try sink.write(RecordBatch("[\"new\"]"))
            return sink
        }
    }

    private func texts(_ names: [String] = ["a", "b", "c"]) -> [String?] { names.map { folder.text(of: $0) } }

    private var notes: [String] { folder.names.filter { $0.hasSuffix(".json") } }

    @Test func leavesNothingBehind() throws {
        try OutputSet.commit(try outputs("a", "b", "c"), journal: journal)
        #expect(texts() == ["new\n", "new\n", "new\n"])
        #expect(folder.names == ["a", "b", "c", "state", "state/journals"])
        #expect(try journal.recover() == [])
    }

    @Test func notesNothingForOneFile() throws {
        try OutputSet.commit(try outputs("a"), journal: journal)
        #expect(folder.names == ["a", "b", "c"])
    }

    @Test func isOnlyForItsOwner() throws {
        let obstacle = Obstacle()
        obstacle.atPublication = { [folder] () throws(SinkError) in
            let note = folder.names.first { $0.hasSuffix(".json") } ?? ""
            #expect((try? folder.mode(of: "state/journals")) == 0o700)
            #expect((try? folder.mode(of: note)) == 0o600)
        }
        try OutputSet.commit([obstacle] + outputs("a", "b"), journal: journal)
    }

    /// A run dies at each step of a publication; the next one completes it.
    @Test(arguments: 0...3) func completesAPublication(_ published: Int) throws {
        let names = ["a", "b", "c"]
        try publishAndDie(names, after: published)
        #expect(texts() == (0..<3).map { $0 < published ? "new\n" : "old\n" })
        #expect(notes.count == 1)
        #expect(try journal.recover() == names[published...].map { folder($0) })
        #expect(texts() == ["new\n", "new\n", "new\n"])
        #expect(folder.names == ["a", "b", "c", "state", "state/journals"])
    }

    @Test func leavesAPublicationAloneThatIsUnderWay() throws {
        let obstacle = Obstacle()
        obstacle.atPublication = { [folder, journal] () throws(SinkError) in
            #expect(try journal.recover() == [])
            #expect(folder.text(of: "b") == "old\n")
        }
        let outputs = try outputs("a", "b")
        try OutputSet.commit([outputs[0], obstacle, outputs[1]], journal: journal)
        #expect(texts() == ["new\n", "new\n", "old\n"])
    }

    @Test func leavesNoNoteOfAPublicationThatWasTakenBack() throws {
        let obstacle = Obstacle()
        obstacle.atPublication = { () throws(SinkError) in
            throw SinkError(.failed, path: "x", operation: .publish, message: "no")
        }
        let outputs = try outputs("a", "b")
        #expect(throws: SinkError.self) { try OutputSet.commit(outputs + [obstacle], journal: journal) }
        #expect(texts() == ["old\n", "old\n", "old\n"])
        #expect(folder.names == ["a", "b", "c", "state", "state/journals"])
    }

    @Test func takesNoOtherFileForAStagedOne() throws {
        try publishAndDie(["a", "b"], after: 1)
        // The old one keeps its number as long as it has a name.
        rename(staged(of: "b"), folder("elsewhere"))
        try "other\n".write(toFile: staged(of: "b"), atomically: false, encoding: .utf8)
        #expect(try journal.recover() == [])
        #expect(texts(["a", "b"]) == ["new\n", "old\n"])
        #expect(notes.isEmpty)
    }

    @Test func saysWhatIsNoNote() throws {
        try folder.makeFolder("state/journals")
        try folder.write("{", to: "state/journals/1-x.json")
        try folder.write("not read", to: "state/journals/other.txt")
        let failure = #expect(throws: SinkError.self) { try journal.recover() }
        #expect(failure?.message == "it is no note of a publication")
        #expect(notes == ["state/journals/1-x.json"])
    }

    /// Makes what a process leaves that dies after some renames of a publication.
    private func publishAndDie(_ names: [String], after published: Int) throws {
        for name in names { try "new\n".write(toFile: staged(of: name), atomically: false, encoding: .utf8) }
        let files = try names.map { name in
            var status = stat()
            try #require(lstat(staged(of: name), &status) == 0)
            return """
                {"staged":"\(staged(of: name))","target":"\(folder(name))",\
                "device":"\(status.st_dev)","inode":"\(status.st_ino)"}
                """
        }
        try folder.makeFolder("state/journals")
        try folder.write(
            "{\"version\":1,\"files\":[\(files.joined(separator: ","))]}", to: "state/journals/\(deadProcess)-1.json")
        for name in names.prefix(published) {
            try FileManager.default.linkItem(atPath: folder(name), toPath: staged(of: name, number: 2))
            rename(staged(of: name), folder(name))
        }
    }

    private let token = "1000000000000000"
    /// The number of a process that cannot be: above the greatest.
    private let deadProcess = 4_194_305

    private func staged(of name: String, number: Int = 1) -> String {
        folder(".\(name).errand-\(deadProcess)-\(token)-\(number)")
    }
}
