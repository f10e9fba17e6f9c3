import Diagnostics
import Testing
import YAML

/// A syntax error is the only finding, has the code that says what is behind it, and stands at the marked place.
struct SyntaxErrorTests {
    @Test(arguments: [
        "a:\n   b: 1\n  ⟦c: 2⟧ # x", "a:\n  - b\n ⟦- c⟧", "a: 1\n ⟦b: 2⟧", "- a: 1\n    ⟦b: 2⟧\n", "- a: 1\n ⟦b: 2⟧",
        "a: 1\n⟦- b⟧",
        "- a\n⟦b: 1⟧", "a: ⟦-⟧ b", "a: |\n  b\n ⟦c⟧\nd: e", "a: 'b'\n  ⟦c: d⟧", "a: 1\r\n ⟦b: 2⟧\r\n", "é: ü\n ⟦ö: ä⟧",
    ])
    func indentation(text: String) { expect("E0021", text) }

    @Test(arguments: ["⟦a⟧\nb: 1", "a: 1\n⟦b⟧\nc: 2", "a: 1\n⟦b⟧", "a:\n  ⟦b⟧  # c\n  d: 1", "- ⟦a⟧\n  b: 1"])
    func missingColon(text: String) { expect("E0022", text) }

    @Test(arguments: ["a: ⟦'⟧b\nc: d", "a: ⟦\"⟧b", "⟦\"⟧a: b", "a: [⟦'⟧b]", "a: ⟦'⟧b\n---\n"])
    func unclosedQuotes(text: String) { expect("E0023", text) }

    @Test(arguments: [
        "a: ⟦[⟧b, c", "a: ⟦{⟧b: c", "a: ⟦[⟧b, c\nd: e", "a:\n  b: ⟦{⟧c: d\n  e: f", "a: [b⟦}⟧", "{a: b⟦]⟧", "a: ⟦]⟧",
        "a: ⟦,⟧b",
        "a: [b,⟦,⟧ c]", "a: {⟦,⟧}", "a: {\n  b: ⟦1⟧\n  c: 2\n}", "a: [⟦-⟧ b]", "[[b] ⟦c⟧]",
    ])
    func brackets(text: String) { expect("E0024", text) }

    @Test(arguments: [
        "a: ⟦b: c⟧", "a: ⟦b: c⟧ # d", "- a: ⟦b: c: d⟧", "a: ⟦${x | default(\"b: c\")}⟧", "a: ⟦x: y⟧\nb: 1",
        "a: ⟦http://x/: y⟧",
        "a: ⟦[b]: c⟧",
    ])
    func colonInText(text: String) { expect("E0025", text) }

    @Test(arguments: [
        "a: 'b' ⟦c⟧", "a: 'it'⟦s'⟧", "a: \"say \"⟦hi\"⟧ # b", "a: {b: 'c' ⟦d⟧, e: f}", "'a' ⟦b: c⟧", "a: [\"b\" ⟦c⟧]",
    ])
    func textBehindQuote(text: String) { expect("E0026", text) }

    @Test(arguments: ["a: | ⟦b⟧", "a: >⟦b⟧\n  c", "a: |⟦0⟧\n  b"])
    func blockHeader(text: String) { expect("E0027", text) }

    @Test(arguments: ["'a' ⟦b⟧", "[a] ⟦b⟧", "a: 1\n... ⟦b⟧"])
    func textBehindTheDocument(text: String) {
        let reading = Reading(MarkedText(text).file)
        #expect(reading.codes == ["E0020"] || reading.codes == ["E0026"])
        #expect(reading.diagnostics.first?.span == MarkedText(text).spans.first)
    }

    @Test func whatIsMissingInBracketsIsSaidWithTheirPlace() {
        let marked = MarkedText("a: ⟦[⟧b\nd: e")
        #expect(Reading(marked.file).diagnostics.first?.label?.hasPrefix("write ']'") == true)
        let mixed = Reading("a: [b}")
        #expect(mixed.diagnostics.first?.related.first?.span.text == "[")
    }

    private func expect(_ code: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == [code], "\(text.debugDescription)", sourceLocation: sourceLocation)
        #expect(
            reading.diagnostics.first?.span == marked.spans.first,
            "\(reading.diagnostics.first?.span?.text.debugDescription ?? "") in \(text.debugDescription)",
            sourceLocation: sourceLocation)
        #expect(reading.node == nil, sourceLocation: sourceLocation)
    }
}
