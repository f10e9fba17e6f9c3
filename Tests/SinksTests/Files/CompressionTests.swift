import Foundation
import Sinks
import Testing

@Suite struct CompressionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(
        _ name: String, _ compression: Compression, _ mode: SinkConfiguration.Mode = .replace,
        _ format: RecordFormat = .jsonl
    ) throws -> any Sink {
        try SinkConfiguration(target: .file(folder(name)), format: format, mode: mode, compression: compression).open()
    }

    /// What the system's own program makes of a file; nil when it says that the file is broken.
    private func unpacked(_ name: String, _ compression: Compression) throws -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [compression == .gzip ? "gzip" : "zstd", "-dc", folder(name)]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }

    @Test(arguments: Compression.allCases, [RecordFormat.json, .jsonl, .csv, .tsv, .txt])
    func compressesAFile(_ compression: Compression, _ format: RecordFormat) throws {
        let sink = try open("out", compression, .replace, format)
        try sink.write(RecordBatch(#"[{"id":1}]"#))
        try sink.checkpoint()
        try sink.write(RecordBatch(#"[{"id":2}]"#))
        #expect(folder.text(of: "out") == nil)
        try OutputSet.commit([sink])
        let plain = try SinkConfiguration.output(format, #"[{"id":1},{"id":2}]"#)
        #expect(try unpacked("out", compression) == plain)
    }

    @Test(arguments: Compression.allCases) func compressesNothing(_ compression: Compression) throws {
        try OutputSet.commit([try open("out", compression)])
        #expect(try unpacked("out", compression) == "")
        try OutputSet.commit([try open("added", compression, .append)])
        #expect(folder.text(of: "added") == "")
    }

    @Test(arguments: Compression.allCases) func compressesMuch(_ compression: Compression) throws {
        let sink = try open("out", compression)
        let records = "[" + (0..<20_000).map { "{\"id\":\"\($0 &* 2_654_435_761)\"}" }.joined(separator: ",") + "]"
        for _ in 0..<3 { try sink.write(RecordBatch(records)) }
        try OutputSet.commit([sink])
        let text = try #require(try unpacked("out", compression))
        #expect(text.split(separator: "\n").count == 60_000)
        #expect(try Data(contentsOf: URL(filePath: folder("out"))).count < text.utf8.count / 2)
    }

    @Test(arguments: Compression.allCases) func addsMembers(_ compression: Compression) throws {
        for page in [#"[{"id":1}]"#, #"[{"id":2}]"#] {
            let sink = try open("out", compression, .append)
            try sink.write(RecordBatch(page))
            try OutputSet.commit([sink])
        }
        #expect(try unpacked("out", compression) == "{\"id\":1}\n{\"id\":2}\n")
    }

    @Test(arguments: Compression.allCases) func goesBackToTheLastMember(_ compression: Compression) throws {
        let sink = try open("out", compression, .append)
        try sink.write(RecordBatch(#"[{"id":1}]"#))
        try sink.checkpoint()
        #expect(try unpacked("out", compression) == "{\"id\":1}\n")
        let point = try #require(sink.appendPoint)
        try sink.write(RecordBatch("[" + String(repeating: #"{"id":"2"},"#, count: 100_000) + "3]"))
        #expect(try Data(contentsOf: URL(filePath: folder("out"))).count > point.length)
        try sink.rollback()
        #expect(try Data(contentsOf: URL(filePath: folder("out"))).count == point.length)
        #expect(try unpacked("out", compression) == "{\"id\":1}\n")
    }

    @Test(arguments: Compression.allCases) func addsToATable(_ compression: Compression) throws {
        for page in [#"[{"b":1,"a":2}]"#, #"[{"a":4,"b":3}]"#] {
            let sink = try open("out", compression, .append, .csv)
            try sink.write(RecordBatch(page))
            try OutputSet.commit([sink])
        }
        #expect(try unpacked("out", compression) == "b,a\n1,2\n3,4\n")
    }

    @Test(arguments: Compression.allCases) func addsToNothingElse(_ compression: Compression) throws {
        try folder.write("{\"id\":1}\n", to: "out")
        let failure = #expect(throws: SinkError.self) { try open("out", compression, .append) }
        #expect(failure?.code == .unsuitable)
        #expect(folder.text(of: "out") == "{\"id\":1}\n")
        // Another can have it at once: the lock is gone.
        try SinkConfiguration(target: .file(folder("out")), format: .jsonl, mode: .append).open().rollback()
    }

    @Test(arguments: Compression.allCases) func givesTheSameBytesForTheSameRecords(_ compression: Compression) throws {
        for name in ["a", "b"] {
            let sink = try open(name, compression)
            try sink.write(RecordBatch(#"[{"id":1}]"#))
            try OutputSet.commit([sink])
        }
        #expect(try Data(contentsOf: URL(filePath: folder("a"))) == Data(contentsOf: URL(filePath: folder("b"))))
    }
}
