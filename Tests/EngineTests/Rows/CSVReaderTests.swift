import Testing

@testable import Engine

@Suite struct CSVReaderTests {
    private func rows(_ text: String, separator: Character = ",", chunk: Int = .max) throws -> [[String]] {
        try located(text, separator: separator, chunk: chunk).map(\.fields)
    }

    private func located(
        _ text: String, separator: Character = ",", chunk: Int = .max
    ) throws -> [(line: Int, fields: [String])] {
        var reader = CSVReader(separator: separator.asciiValue ?? 0)
        var rows: [(Int, [String])] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try reader.feed(Array(rest.prefix(chunk))) { rows.append(($0, $1)) }
            rest = rest.dropFirst(chunk)
        }
        try reader.finish { rows.append(($0, $1)) }
        return rows
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
        ("\"two\nlines\",x\n", [["two\nlines", "x"]]),
        ("\"two\r\nlines\",x\r\n", [["two\r\nlines", "x"]]),
        ("a,,\n,\n", [["a", "", ""], ["", ""]]),
        ("\"\",\"\"\n", [["", ""]]),
        ("\"\"\n", [[""]]),
        ("a\n\n\nb\n", [["a"], ["b"]]),
        ("say \"hi\",x\n", [["say \"hi\"", "x"]]),
        ("ü,\u{1F600}\n", [["ü", "\u{1F600}"]]),
        ("", []),
    ])
    func readsRows(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
        for chunk in [1, 2, 3] { #expect(try rows(text, chunk: chunk) == expected) }
    }

    @Test func readsTabs() throws {
        #expect(try rows("a,b\tc\n", separator: "\t") == [["a,b", "c"]])
    }

    @Test func saysInWhichLineARowBegins() throws {
        let rows = try located("h\n\n\"a\nb\"\r\nc\n\"d\r\ne\"\nf")
        #expect(rows.map(\.line) == [1, 3, 5, 6, 8])
    }

    @Test(arguments: [
        ("a\n\"b\nc\n", 2, "a quote is not closed"),
        ("a\nb\n\"c\"d\n", 3, "a closing quote is followed by text"),
    ])
    func rejectsBadQuotes(text: String, line: Int, message: String) {
        #expect(throws: CSVReader.Failure(line: line, message: message)) { try rows(text) }
    }

    @Test func rejectsBytesThatAreNoText() {
        var reader = CSVReader(separator: UInt8(ascii: ","))
        #expect(throws: CSVReader.Failure(line: 1, message: "this is not UTF-8 text")) {
            try reader.feed([0x61, 0xFF, 0x0A]) { _, _ in }
        }
    }

    @Test func rejectsARowWithoutEnd() {
        var reader = CSVReader(separator: UInt8(ascii: ","), rowLimit: 10)
        #expect(throws: CSVReader.Failure(line: 2, message: "a row is larger than 10 bytes")) {
            try reader.feed(Array("a,b\n\"12345678901234567890".utf8)) { _, _ in }
        }
    }
}
