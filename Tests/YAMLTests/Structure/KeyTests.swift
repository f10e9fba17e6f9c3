import Diagnostics
import Testing
import YAML

struct KeyTests {
    @Test func duplicates() {
        let marked = MarkedText("⟦a⟧: 1\nb: {⟦c⟧: 1, ⟦\"c\"⟧: 2}\n⟦'a'⟧: 3\n⟦a⟧: 4")
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0030", "E0030", "E0030"])
        #expect(reading.diagnostics.map(\.span) == [marked.spans[2], marked.spans[3], marked.spans[4]])
        let first = [marked.spans[1], marked.spans[0], marked.spans[0]]
        #expect(reading.diagnostics.map { $0.related.first?.span } == first)
        #expect(reading.node?.outline == "{a: int 1, b: {c: int 1}}")
    }

    @Test(arguments: [
        "⟦[a]⟧: 1", "⟦{a: 1}⟧: 2", "? ⟦- a⟧\n: 1", "a: &x [1]\n⟦*x⟧ : 2", "{⟦:⟧ 1}", "⟦:⟧ 1", "{? ⟦⟧: 1}",
    ])
    func mustBeText(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0035"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.node == nil)
    }

    @Test func keysAreAlwaysText() {
        #expect(Reading("1: a\ntrue: b\n~: c\n\"\": d").node?.mapping?.map(\.key.text) == ["1", "true", "~", ""])
    }

    @Test(arguments: [
        ("a: ⟦!!str⟧ 1", "E0031", "{a: \"1\"}"), ("a: ⟦!x⟧ b", "E0031", "{a: \"b\"}"),
        ("⟦!!map⟧ {a: 1}", "E0031", "{a: int 1}"),
        ("a: &x ⟦!!seq⟧ [1]", "E0031", "{a: [int 1]}"), ("⟦!!str⟧ a: b", "E0031", "{a: \"b\"}"),
        ("a: ⟦!<tag:yaml.org,2002:str>⟧ b", "E0103", "{a: \"b\"}"), ("a: ⟦!$.done⟧", "E0103", "{a: \"!$.done\"}"),
        ("[⟦!a⟧, b]", "E0103", "[\"!a\", \"b\"]"),
    ])
    func tags(text: String, code: String, outline: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == [code])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.node?.outline == outline)
    }
}
