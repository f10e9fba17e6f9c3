import JSON
import Synchronization
import Testing

@testable import Sinks

@Suite struct SpoolTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func everything(_ spool: Spool) throws -> [String] {
        var lines: [String] = []
        var reader = spool.reader()
        while let batch = try reader.next() { lines += batch.map { $0.value.serialized() } }
        return lines
    }

    @Test func givesBackWhatWasPutIn() throws {
        let spool = try Spool(in: folder.path)
        #expect(folder.names == [])
        #expect(try everything(spool) == [])
        try spool.append(RecordBatch(#"[ { "a" : 1.10 }, null, "x\ny", [ ] ]"#))
        try spool.append(RecordBatch("[]"))
        try spool.append(RecordBatch(fields: [[RecordField("b", .string("\n"))], []]))
        #expect(spool.count == 6)
        let expected = [#"{"a":1.10}"#, "null", #""x\ny""#, "[]", #"{"b":"\n"}"#, "{}"]
        #expect(try everything(spool) == expected)
        #expect(try everything(spool) == expected)
    }

    @Test func readsInBoundedBatches() throws {
        let spool = try Spool(in: folder.path)
        let text = String(repeating: "t", count: 1000)
        for page in 0..<20 {
            try spool.append(
                RecordBatch("[" + (0..<100).map { "[\(page * 100 + $0),\"\(text)\"]" }.joined(separator: ",") + "]"))
        }
        var reader = spool.reader()
        var sizes: [Int] = []
        var next = 0
        while let batch = try reader.next() {
            sizes.append(batch.count)
            for record in batch {
                guard case .node(let node) = record.content else { continue }
                #expect(node[0]?.number?.int == next)
                next += 1
            }
        }
        #expect(next == 2000 && spool.count == 2000)
        #expect(sizes.count > 5 && sizes.allSatisfy { $0 < 300 })
    }

    @Test(arguments: [262_141, 262_142, 262_143, 262_144, 1_048_576, 1_200_000])
    func readsRecordsThatAreLongerThanABatch(_ count: Int) throws {
        let spool = try Spool(in: folder.path)
        let long = String(repeating: "l", count: count)
        try spool.append(RecordBatch("[1,\"\(long)\",2,\"\(long)\",3]"))
        #expect(try everything(spool) == ["1", "\"\(long)\"", "2", "\"\(long)\"", "3"])
    }

    @Test func takesRecordsAsDeepAsTheyCome() throws {
        let spool = try Spool(in: folder.path)
        let deep = String(repeating: "[", count: 511) + String(repeating: "]", count: 511)
        let node = try #require(JSONDocument(Array("[\(deep)]".utf8)).root[0])
        try spool.append(RecordBatch(fields: [[RecordField("a", node)]]))
        #expect(try everything(spool) == ["{\"a\":\(deep)}"])
    }

    @Test func readersGoOnWithWhatIsAdded() throws {
        let spool = try Spool(in: folder.path)
        var reader = spool.reader()
        #expect(try reader.next() == nil)
        try spool.append(RecordBatch("[1]"))
        var second = reader
        #expect(try reader.next()?.count == 1)
        #expect(try reader.next() == nil)
        try spool.append(RecordBatch("[2,3]"))
        #expect(try reader.next()?.map { $0.value.serialized() } == ["2", "3"])
        #expect(try second.next()?.count == 3)
    }

    @Test func manyThreadsMayUseIt() async throws {
        let spool = try Spool(in: folder.path)
        let batch = try RecordBatch("[" + Array(repeating: "\"0123456789\"", count: 100).joined(separator: ",") + "]")
        try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask {
                    try spool.append(batch)
                    _ = try everything(spool)
                }
            }
            try await group.waitForAll()
        }
        #expect(spool.count == 1600)
        let lines = try everything(spool)
        #expect(lines.count == 1600 && lines.allSatisfy { $0 == "\"0123456789\"" })
    }

    @Test func saysWhenThereIsNoFolder() {
        let failure = #expect(throws: SinkError.self) { try Spool(in: folder("missing")) }
        #expect(failure?.operation == .open && failure?.path.contains("missing") == true)
    }
}
