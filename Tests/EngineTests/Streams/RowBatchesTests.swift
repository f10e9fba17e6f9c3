import JSON
import Testing

@testable import Engine

/// Bodies cut into records.
@Suite struct RowBatchesTests {
    private func records(_ rows: some RowBatches, _ text: String, step: Int) throws -> [String] {
        var rows = rows
        let bytes = Array(text.utf8)
        var found: [String] = []
        for start in stride(from: 0, to: bytes.count, by: step) {
            rows.feed(Array(bytes[start..<min(start + step, bytes.count)]))
            while let batch = try rows.next() { found += batch.map { $0.value.serialized() } }
        }
        rows.end()
        while let batch = try rows.next() { found += batch.map { $0.value.serialized() } }
        return found
    }

    private func failure(_ rows: some RowBatches, _ text: String, step: Int = 1000) -> String? {
        do {
            _ = try records(rows, text, step: step)
            return nil
        } catch {
            return (error as? RowFile.Failure)?.message
        }
    }

    @Test(arguments: [1, 2, 5, 1000])
    func readsLines(_ step: Int) throws {
        let text = "\u{FEFF}{\"a\":1}\n\n  [2, 3]  \r\n\"x\"\n12345678901234567890\nnull"
        #expect(
            try records(JSONLinesBatches(), text, step: step) == [
                "{\"a\":1}", "[2,3]", "\"x\"", "12345678901234567890", "null",
            ])
    }

    @Test(arguments: [1, 3, 1000])
    func readsRows(_ step: Int) throws {
        let text = "\u{FEFF}id,\"na\"\"me\"\r\n1,\"a,b\"\r\n\r\n2,\"two\nlines\"\n3,é"
        #expect(
            try records(CSVBatches(), text, step: step) == [
                #"{"id":"1","na\"me":"a,b"}"#, #"{"id":"2","na\"me":"two\nlines"}"#, #"{"id":"3","na\"me":"é"}"#,
            ])
    }

    @Test func nothingIsNoRecord() throws {
        #expect(try records(JSONLinesBatches(), "", step: 1) == [])
        #expect(try records(JSONLinesBatches(), "\n \n", step: 1) == [])
        #expect(try records(CSVBatches(), "", step: 1) == [])
        #expect(try records(CSVBatches(), "a,b\n", step: 1) == [])
    }

    @Test(arguments: ["1\n2\n{\"a\"\n4\n", "1\n\n1,2\n", "1\n\n[1\n2]\n", "1\n\n1,2\n[3\n4]\n", "1\n2\n],[\n"])
    func aBrokenLineSaysItsNumber(_ text: String) {
        #expect(failure(JSONLinesBatches(), text)?.hasPrefix("line 3: ") == true)
        #expect(failure(JSONLinesBatches(), text, step: 1)?.hasPrefix("line 3: ") == true)
    }

    @Test func aBrokenLineBehindManyBatches() {
        let text = String(repeating: "{\"a\":1}\n", count: 4500) + "{\n"
        #expect(failure(JSONLinesBatches(), text)?.hasPrefix("line 4501: ") == true)
    }

    @Test func aRowThatDoesNotFitSaysItsNumber() {
        #expect(failure(CSVBatches(), "a,b\n1,2\n3\n") == "line 3: 1 fields, but the header row has 2")
        #expect(failure(CSVBatches(), "a,a\n") == "line 1: the header row has 'a' twice")
        #expect(failure(CSVBatches(), "a\n\"x\n") == "line 2: a quote is not closed")
    }

    @Test func batchesAreBounded() throws {
        var rows = JSONLinesBatches()
        rows.feed(Array(String(repeating: "1\n", count: 2500).utf8))
        var sizes: [Int] = []
        while let batch = try rows.next() { sizes.append(batch.count) }
        rows.end()
        while let batch = try rows.next() { sizes.append(batch.count) }
        #expect(sizes == [1000, 1000, 500])
    }

    @Test func theDepthIsThatOfAnyBody() throws {
        let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(try records(JSONLinesBatches(), deep, step: 1000).count == 1)
        #expect(failure(JSONLinesBatches(), "[" + deep + "]") != nil)
    }
}
