import Diagnostics
import Testing

struct TerminalDiagnosticRendererTests {
    static let unknownKey = DiagnosticCode(rawValue: "E0203")

    private func diagnostic(
        _ marked: MarkedText, label: String? = nil, notes: [String] = [], related: [Diagnostic.Related] = []
    ) -> Diagnostic {
        Diagnostic(
            code: Self.unknownKey, title: "title", span: marked.spans.first, label: label, notes: notes,
            related: related)
    }

    private func render(_ diagnostics: Diagnostic..., color: Bool = false, lineWidth: Int = 120) -> String {
        TerminalDiagnosticRenderer(color: color, lineWidth: lineWidth).render(diagnostics)
    }

    /// The source line and the line of marks under it.
    private func snippet(_ text: String, lineWidth: Int = 120) -> [String] {
        let lines = render(diagnostic(MarkedText(text)), lineWidth: lineWidth).split(separator: "\n")
        return lines.suffix(2).map { String($0.drop { $0 != "|" }.dropFirst()) }
    }

    @Test func showsTheWholePicture() {
        let text =
            String(repeating: "#\n", count: 13) + "    ⟦recods⟧: $.data[*]\n"
        let marked = MarkedText(text, name: "jobs/orders.yaml")
        let diagnostic = Diagnostic(
            code: Self.unknownKey, title: "unknown key 'recods'", span: marked.spans[0],
            label: "did you mean 'records'?", notes: ["a call has: name, get, post\nand more", "second"])
        #expect(
            render(diagnostic) == """
                error[E0203]: unknown key 'recods'
                  --> jobs/orders.yaml:14:5
                   |
                14 |     recods: $.data[*]
                   |     ^^^^^^ did you mean 'records'?
                   |
                   = a call has: name, get, post
                     and more
                   = second

                """)
    }

    @Test func showsRelatedPlaces() {
        let marked = MarkedText("⟦a⟧: 1\n" + String(repeating: "\n", count: 9) + "⟦a⟧: 2")
        let diagnostic = Diagnostic(
            code: Self.unknownKey, severity: .warning, title: "duplicate key 'a'", span: marked.spans[1],
            related: [.init(marked.spans[0], "first here")])
        #expect(
            render(diagnostic) == """
                warning[E0203]: duplicate key 'a'
                  --> job.yaml:11:1
                   |
                11 | a: 2
                   | ^
                   |
                  ::: job.yaml:1:1
                   |
                 1 | a: 1
                   | - first here

                """)
    }

    @Test func showsADiagnosticWithoutAPlace() {
        let diagnostic = Diagnostic(code: Self.unknownKey, title: "no such file", notes: ["look elsewhere"])
        #expect(render(diagnostic) == "error[E0203]: no such file\n  = look elsewhere\n")
        #expect(render() == "")
    }

    @Test func separatesWithAnEmptyLineAndCountsTheRest() {
        let diagnostic = Diagnostic(code: Self.unknownKey, title: "t")
        #expect(
            TerminalDiagnosticRenderer(color: false, limit: 2).render(Array(repeating: diagnostic, count: 5))
                == "error[E0203]: t\n\nerror[E0203]: t\n\n… and 3 more\n")
    }

    @Test(arguments: [
        ("\t⟦a⟧", "     a", "     ^"),
        ("ab\t⟦cd⟧\te", " ab  cd  e", "     ^^"),
        ("漢字: ⟦値⟧x", " 漢字: 値x", "       ^^"),
        ("e\u{301}: ⟦x⟧", " e\u{301}: x", "    ^"),
        ("👍 ⟦x⟧", " 👍 x", "    ^"),
        ("\u{1B}[31m⟦x⟧\u{7}", " \\u{1b}[31mx\\u{7}", "           ^"),
        ("a: ⟦⟧", " a: ", "    ^"),
        ("⟦⟧", "", " ^"),
        ("a: ⟦b\nc⟧", " a: b", "    ^"),
        ("a⟦\r\n⟧", " a", "  ^"),
        ("\u{FEFF}⟦a⟧b", " ab", " ^"),
    ])
    func marksStandUnderThePlace(text: String, line: String, marks: String) {
        #expect(snippet(text) == [line, marks])
    }

    @Test func showsBytesThatAreNotText() {
        let file = SourceFile(name: "f", bytes: [0x61, 0xFF, 0xE6, 0x62])
        let diagnostic = Diagnostic(
            code: Self.unknownKey, title: "t", span: SourceSpan(file: file, start: 3, end: 4))
        #expect(render(diagnostic).contains("1 | a\u{FFFD}\u{FFFD}b\n  |    ^\n"))
    }

    @Test(arguments: [0, 1, 10, 50, 500, 990, 999])
    func longLinesAreCutToAWindow(place: Int) {
        let before = String(repeating: "a", count: place)
        let after = String(repeating: "b", count: 1000 - place)
        let lines = snippet("\(before)⟦XY⟧\(after)", lineWidth: 40)
        let columns = lines[0].count - 1
        #expect(columns <= 40)
        let marked = zip(lines[0], lines[1]).filter { $0.1 == "^" }.map { String($0.0) }.joined()
        #expect(marked == "XY")
    }

    @Test(arguments: ["é", "漢", "\t", "\u{1}"])
    func windowsKeepTheirMarksInPlaceForOddCharacters(filler: String) {
        let text = String(repeating: filler, count: 500) + "⟦XY⟧" + String(repeating: filler, count: 500)
        let lines = snippet(text, lineWidth: 60)
        let wide = lines[0].prefix(while: { $0 != "X" }).reduce(0) { $0 + ($1 == "漢" ? 2 : 1) }
        #expect(lines[1].prefix(while: { $0 != "^" }).count == wide)
        #expect(lines[1].hasSuffix("^^"))
    }

    @Test func aLongSpanMarksNoMoreThanIsShown() {
        let lines = snippet("a: ⟦" + String(repeating: "x", count: 5000) + "⟧", lineWidth: 40)
        #expect(lines[0].count <= 41)
        #expect(lines[1].count <= 41)
    }

    @Test func escapesWhateverCameFromOutside() {
        let file = SourceFile(name: "a\u{1B}b", text: "x")
        let diagnostic = Diagnostic(
            code: Self.unknownKey, title: "\u{1B}1", span: SourceSpan(file: file, start: 0, end: 1),
            label: "\u{1B}2\n", notes: ["\u{1B}3"])
        #expect(!render(diagnostic).contains("\u{1B}"))
        #expect(render(diagnostic).contains("a\\u{1b}b:1:1"))
    }

    @Test func colourIsOptional() {
        let marked = MarkedText("⟦a⟧: 1")
        #expect(!render(diagnostic(marked, label: "x", notes: ["n"])).contains("\u{1B}"))
        let colored = render(diagnostic(marked, label: "x", notes: ["n"]), color: true)
        #expect(colored.contains("\u{1B}[1;31merror[E0203]\u{1B}[0m"))
        #expect(colored.contains("\u{1B}[1;31m^ x\u{1B}[0m"))
    }
}
