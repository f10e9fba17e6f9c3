import Diagnostics
import Testing

struct SourceFileTests {
    @Test(arguments: [
        ("a\nbc\n", 0, 1, 1), ("a\nbc\n", 2, 2, 1), ("a\nbc\n", 3, 2, 2), ("a\nbc\n", 4, 2, 3), ("a\nbc\n", 5, 3, 1),
        ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("", 0, 1, 1), ("é漢x", 5, 1, 3), ("\u{FEFF}ab", 3, 1, 1),
        ("\u{FEFF}ab", 4, 1, 2), ("ab", 99, 1, 3), ("ab", -1, 1, 1),
    ])
    func position(text: String, offset: Int, line: Int, column: Int) {
        let position = SourceFile(name: "f", text: text).position(at: offset)
        #expect(position.line == line)
        #expect(position.column == column)
    }

    @Test func columnsInALongLineCountScalars() {
        let file = SourceFile(name: "f", text: "x\n" + String(repeating: "é", count: 10_000))
        #expect(file.position(at: 2 + 2 * 7777).column == 7778)
        #expect(file.offset(ofScalar: 2 + 7777) == 2 + 2 * 7777)
        #expect(file.offset(ofScalar: 0) == 0)
        #expect(file.offset(ofScalar: 1_000_000) == file.bytes.count)
    }

    @Test(arguments: [(1, "a"), (2, "b"), (3, ""), (4, "c"), (5, ""), (6, ""), (0, ""), (-1, "")])
    func line(number: Int, expected: String) {
        #expect(SourceFile(name: "f", text: "\u{FEFF}a\r\nb\n\nc\r").line(number) == expected)
    }

    @Test func equalFilesAreOneKey() {
        let files: Set = [SourceFile(name: "f", text: "a"), SourceFile(name: "f", text: "a")]
        #expect(files.count == 1)
        #expect(SourceFile(name: "f", text: "a") != SourceFile(name: "f", text: "b"))
    }

    @Test func spansStayInsideTheFile() {
        let file = SourceFile(name: "f", text: "abc")
        #expect(SourceSpan(file: file, start: -5, end: 99).text == "abc")
        #expect(SourceSpan(file: file, start: 2, end: 1).text == "")
        #expect(SourceSpan(file: file, start: 1, end: 2).description == "f:1:2")
    }

    @Test func locatedMapsItsValue() {
        let file = SourceFile(name: "f", text: "abc")
        let located = Located(1, at: SourceSpan(file: file, start: 0, end: 1)).map { $0 + 1 }
        #expect(located.value == 2)
        #expect(located.span.end == 1)
    }
}
