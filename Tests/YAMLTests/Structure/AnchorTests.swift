import Diagnostics
import Testing
import YAML

struct AnchorTests {
    @Test(arguments: [
        ("a: &x 1\nb: *x", "{a: int 1, b: int 1}"),
        ("a: &x [1, 2]\nb: [*x, *x]", "{a: [int 1, int 2], b: [[int 1, int 2], [int 1, int 2]]}"),
        ("- &x a\n- &x b\n- *x", #"["a", "b", "b"]"#), ("&k a: 1\n*k : 2", ""),
        ("a: &x b\n*x : c", #"{a: "b", b: "c"}"#),
        ("a: &x\nb: *x", "{a: null, b: null}"), ("x-common: &c {t: 1}\nb: *c", "{x-common: {t: int 1}, b: {t: int 1}}"),
    ])
    func aliases(text: String, outline: String) {
        let reading = Reading(text)
        if outline.isEmpty {
            #expect(reading.codes == ["E0030"])
        } else {
            #expect(reading.node?.outline == outline)
            #expect(reading.codes.isEmpty)
        }
    }

    @Test func unknownAlias() {
        let marked = MarkedText("commen: &common 1\na: ⟦*comon⟧\nb: ⟦*b⟧")
        let reading = Reading(marked.file)
        #expect(reading.node == nil)
        #expect(reading.codes == ["E0032", "E0032"])
        #expect(reading.diagnostics.map(\.span) == marked.spans)
        #expect(reading.diagnostics.first?.label == "did you mean '*common'?")
    }

    @Test(arguments: ["a: &x [⟦*x⟧]", "a: &x {b: {c: ⟦*x⟧}}", "&x a:\n  b: &y\n    - ⟦*y⟧"])
    func recursion(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0033"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.diagnostics.first?.related.first?.span.text.first == "&")
        #expect(reading.node == nil)
    }
}
