import Foundation
import Sinks
import Testing

@Suite struct AppendTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(
        _ name: String, _ format: RecordFormat, columns: [String]? = nil
    ) throws -> any Sink {
        try SinkConfiguration(target: .file(folder(name)), format: format, mode: .append, columns: columns).open()
    }

    @Test func goesBackToTheCheckpoint() throws {
        try folder.write("0\n", to: "a.txt")
        let sink = try open("a.txt", .txt)
        try sink.write(RecordBatch("[1]"))
        try sink.checkpoint()
        #expect(folder.text(of: "a.txt") == "0\n1\n")
        try sink.write(RecordBatch("[2]"))
        try sink.finish()
        #expect(folder.text(of: "a.txt") == "0\n1\n2\n")
        try sink.rollback()
        #expect(folder.text(of: "a.txt") == "0\n1\n")
    }

    @Test func keepsAFileOfItsOwnAfterACheckpoint() throws {
        let sink = try open("deep/a.txt", .txt)
        try sink.write(RecordBatch("[1]"))
        try sink.checkpoint()
        try sink.rollback()
        #expect(folder.text(of: "deep/a.txt") == "1\n")
    }

    @Test func removesAFileOfItsOwnThatStayedEmpty() throws {
        let sink = try open("deep/er/a.txt", .txt)
        try sink.checkpoint()
        #expect(folder.names == ["deep", "deep/er", "deep/er/a.txt"])
        try sink.rollback()
        #expect(folder.names == [])
    }

    @Test func writesTheHeaderOnce() throws {
        for id in 1...2 {
            let sink = try open("a.csv", .csv, columns: ["id", "b"])
            try sink.write(RecordBatch("[{\"id\":\(id)}]"))
            try OutputSet.commit([sink])
        }
        #expect(folder.text(of: "a.csv") == "id,b\n1,\n2,\n")
    }

    @Test(arguments: ["b,\"a \"\"x\"\", y\"\r\n1,2\r\n", "\u{FEFF}b,\"a \"\"x\"\", y\"\n1,2\n"])
    func goesOnWithTheColumnsOfTheHeader(_ before: String) throws {
        try folder.write(before, to: "a.csv")
        let sink = try open("a.csv", .csv)
        try sink.write(RecordBatch(#"[{"a \"x\", y":3,"b":4}]"#))
        try OutputSet.commit([sink])
        #expect(folder.text(of: "a.csv") == before + "4,3\n")
    }

    @Test func goesOnWithAnEscapedHeader() throws {
        try folder.write("a\\tb\tc\\\\\n1\t2\n", to: "a.tsv")
        let sink = try open("a.tsv", .tsv, columns: ["a\tb", "c\\"])
        try sink.write(RecordBatch(#"[{"a\tb":3}]"#))
        try OutputSet.commit([sink])
        #expect(folder.text(of: "a.tsv") == "a\\tb\tc\\\\\n1\t2\n3\t\n")
    }

    @Test func refusesAnotherHeader() throws {
        try folder.write("id,name\n1,a\n", to: "a.csv")
        let failure = #expect(throws: SinkError.self) { try open("a.csv", .csv, columns: ["name", "id"]) }
        #expect(failure?.operation == .open)
        #expect(failure?.message == "its header is 'id', 'name', and the records have 'name', 'id'")
        #expect(folder.text(of: "a.csv") == "id,name\n1,a\n")
    }

    @Test(arguments: ["\"a", "a", "\"a\"b\n", "a\rb\n"]) func refusesWhatIsNoHeader(_ before: String) throws {
        try folder.write(before, to: "a.csv")
        let failure = #expect(throws: SinkError.self) { try open("a.csv", .csv) }
        #expect(failure?.message == "its first line is not a header")
    }

    @Test func endsAnUnfinishedLine() throws {
        try folder.write("0", to: "a.txt")
        let sink = try open("a.txt", .txt)
        try sink.write(RecordBatch("[1]"))
        try sink.finish()
        #expect(folder.text(of: "a.txt") == "0\n1\n")
        try sink.rollback()
        #expect(folder.text(of: "a.txt") == "0")
    }

    @Test func refusesJSON() {
        let failure = #expect(throws: SinkError.self) { try open("a.json", .json) }
        #expect(failure?.code == .unsuitable && failure?.advice?.contains(".jsonl") == true)
        #expect(folder.names == [])
    }

    @Test func refusesASecondWriter() throws {
        let sink = try open("a.txt", .txt)
        let failure = #expect(throws: SinkError.self) { try open("a.txt", .txt) }
        #expect(failure?.code == .busy)
        try sink.rollback()
        try OutputSet.commit([try open("a.txt", .txt)])
    }

    @Test func cutsNothingThatAnotherProgramWrote() throws {
        try folder.write("0\n", to: "a.txt")
        let sink = try open("a.txt", .txt)
        try sink.write(RecordBatch("[1]"))
        try sink.finish()
        let other = try #require(FileHandle(forWritingAtPath: folder("a.txt")))
        try other.seekToEnd()
        try other.write(contentsOf: Data("9\n".utf8))
        let failure = #expect(throws: SinkError.self) { try sink.rollback() }
        #expect(failure?.code == .busy && failure?.operation == .rollback)
        #expect(folder.text(of: "a.txt") == "0\n1\n9\n")
    }

    @Test func addsToWhatALinkPointsTo() throws {
        try folder.write("0\n", to: "real.txt")
        try folder.link("a.txt", to: "real.txt")
        let sink = try open("a.txt", .txt)
        try sink.write(RecordBatch("[1]"))
        try OutputSet.commit([sink])
        #expect(folder.text(of: "real.txt") == "0\n1\n")
    }
}
