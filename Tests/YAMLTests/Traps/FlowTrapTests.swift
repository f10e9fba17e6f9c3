import Diagnostics
import Testing
import YAML

/// Text without quotes inside `{…}` and `[…]`.
struct FlowTrapTests {
    @Test(arguments: [
        ("{a: ⟦${env.X}⟧}", #"write "${env.X}""#), ("{status: ⟦${a, b}⟧}", #"write "${a, b}""#),
        ("[⟦${a}⟧]", #"write "${a}""#),
        ("a: {b: ⟦x-${c}/d⟧, e: f}", #"write "x-${c}/d""#), ("a: [1, ⟦${b}${c}⟧ , 2]", #"write "${b}${c}""#),
        ("a:\n  - {\n      b: ⟦${c}⟧\n    }", #"write "${c}""#),
        (#"a: {b: ⟦${c | default("x, y")}⟧}"#, #"write '${c | default("x, y")}'"#),
        ("a: {⟦${b}⟧: c}", #"write "${b}""#), ("[⟦${a⟧", #"write "${a""#),
        (#"a: {b: ⟦${c["d"]}⟧}"#, #"write '${c["d"]}'"#),
        ("a: {b: ⟦${c | default('it')}⟧}", #"write "${c | default('it')}""#),
    ])
    func templates(text: String, label: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0101"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.diagnostics.first?.label == label)
    }

    @Test(arguments: [
        "{a: ⟦$.x[0]⟧, b: c}", "[⟦$.x[0]⟧, 1]", "{a: ⟦$.x[?@.a == 'b']⟧, c: d}", "{a: ⟦$.x[?(@.a > 1, 2)].y⟧, c: d}",
        "[⟦a{1,2}⟧]",
        "[⟦$[*]['a', 'b']⟧]", "{a: ⟦$ [0]⟧}", "q: {a: ⟦$.x[?@.b]⟧}",
        // Without a syntax error:
        "{body: ⟦match($.a, 'b')⟧}", "{body: ⟦f($.a, $.b)⟧}", "[⟦f(a, b)⟧, c]", "[a, ⟦f(b, c, d)⟧]",
    ])
    func punctuation(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0102"], "\(text)")
        #expect(reading.diagnostics.first?.span == marked.spans.first, "\(text)")
        #expect(reading.node == nil)
    }

    @Test(arguments: ["{a: b, ⟦c⟧}", "{⟦a⟧ , b: c}", "{status: 404, ⟦410⟧}"])
    func keysWithoutValue(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["W0111"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.node != nil)
    }

    @Test(arguments: ["{⟦a:1⟧}", "{x: y, ⟦status:404⟧}", "{⟦get:/x⟧, b: c}"])
    func missingBlank(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0110"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
    }

    @Test(arguments: [
        "{a: , b: null}", "{a: \"${b}\", c: '${d}'}", "[$.a, $.b == 1]", "{a: f(x), b: g(y)}", "[\"f(a, b)\", (x)]",
        "[don't, won't]",
        "{a: [b, {c: d}], e: []}", "[a: b, c: d]", "{\"a\":1, 'b':2}", "{url: http://x/y?z=1}", "{a: 'f(x', b: y)}",
    ])
    func whatIsFine(text: String) {
        let reading = Reading(text)
        #expect(!reading.codes.contains { $0.hasPrefix("E") }, "\(text)")
        #expect(reading.codes.allSatisfy { $0 != "W0111" })
    }
}
