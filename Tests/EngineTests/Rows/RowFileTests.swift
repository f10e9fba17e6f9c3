import JSON
import Testing

@testable import Engine

@Suite struct RowFileTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func rows(_ name: String, _ text: String) throws -> [String] {
        var file = try RowFile(path: try folder.write(name, text))
        var rows: [String] = []
        while let batch = try file.next() { rows += batch.map { $0.serialized() } }
        return rows
    }

    @Test func readsCSVWithItsHeaderRow() throws {
        #expect(
            try rows("a.csv", "sku,amount\nA-1,3\n\"B,2\",\n") == [
                #"{"sku":"A-1","amount":"3"}"#, #"{"sku":"B,2","amount":""}"#,
            ])
    }

    @Test func passesOverAByteOrderMark() throws {
        #expect(try rows("a.csv", "\u{FEFF}sku\nA\n") == [#"{"sku":"A"}"#])
        #expect(try rows("a.jsonl", "\u{FEFF}1\n") == ["1"])
    }

    @Test func readsTSV() throws {
        #expect(try rows("a.TSV", "a\tb\n1\t2\n") == [#"{"a":"1","b":"2"}"#])
    }

    @Test func readsJSONLines() throws {
        #expect(try rows("a.jsonl", "{\"a\":1.10}\r\n\n [1, 2]\n\"x\"") == [#"{"a":1.10}"#, "[1,2]", "\"x\""])
        #expect(try rows("a.ndjson", "") == [])
    }

    @Test func readsAJSONArray() throws {
        #expect(try rows("a.json", "[1, {\"a\": null}]") == ["1", #"{"a":null}"#])
    }

    @Test func readsMoreThanAChunk() throws {
        let lines = (0..<20_000).map { #"{"number":\#($0)}"# }
        #expect(try rows("a.jsonl", lines.joined(separator: "\n")) == lines)
    }

    @Test(arguments: [
        ("a.csv", "a,b\n1,2\n3\n", "line 3: 1 fields, but the header row has 2"),
        ("a.csv", "a,a\n", "line 1: the header row has 'a' twice"),
        ("a.csv", "a\n\"x\n", "line 2: a quote is not closed"),
        ("a.json", "{}", "it is no JSON array"),
        ("a.xml", "", "its ending names no format: .csv, .tsv, .json, .jsonl or .ndjson"),
    ])
    func saysWhatIsWrong(name: String, text: String, message: String) {
        #expect(throws: RowFile.Failure(message)) { try rows(name, text) }
    }

    @Test func saysInWhichLineJSONIsBroken() throws {
        let failure = try #require(throws: RowFile.Failure.self) { try rows("a.jsonl", "{}\n{}\n{]\n") }
        #expect(failure.message.hasPrefix("line 3: column 2: expected"))
    }

    @Test func saysWhatTheSystemSays() {
        #expect(throws: RowFile.Failure("No such file or directory")) {
            _ = try RowFile(path: folder.path("none.csv"))
        }
    }
}
