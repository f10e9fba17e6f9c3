import Diagnostics
import Testing
import YAML

/// Text that begins, or goes on, with something that means something else to YAML.
struct TextTrapTests {
    @Test(arguments: [
        ("a: ⟦!$.done⟧", "E0103"), ("- ⟦!($.a)⟧", "E0103"), ("a: ⟦!⟧match($.a, 'x')", "E0103"),
        ("a: ⟦!⟧$.items[0]", "E0103"),
        ("a: ⟦!⟧x!y z", "E0103"), ("a: ⟦@⟧.x", "E0106"), ("- ⟦@⟧.x > 1", "E0106"), ("⟦@⟧a: b", "E0106"),
        ("a: ⟦`⟧x`", "E0106"),
        ("a: ⟦%⟧d", "E0106"), ("a: b\n⟦%c: d⟧", "E0106"), ("⟦%c: d⟧", "E0106"), ("⟦*⟧: true", "E0107"),
        ("a: ⟦*⟧.x", "E0107"),
        ("a: ⟦*⟧", "E0107"), ("a: ⟦*⟧/5 * * * *", "E0107"), ("a: ⟦&⟧& b", "E0107"), ("a: {⟦*⟧: true}", "E0107"),
        ("a: [b, ⟦@⟧.c, d]", "E0106"), ("a: \"⟦\\d⟧+\"", "E0108"), ("a: \"⟦\\é⟧\"", "E0108"),
        ("a: \"b\n  ⟦\\x⟧zz\"", "E0108"),
        ("a: \"⟦\\uD83D⟧\"", "E0108"), ("a: [\"⟦\\.⟧\"]", "E0108"), ("a:\n⟦\t⟧b: c", "E0109"),
        ("a: b\n⟦\t⟧c: d", "E0109"),
        ("a:\n  b: c\n⟦\t\t⟧d: e", "E0109"), ("a: |\n⟦\t⟧b", "E0109"), ("⟦\t⟧a: b", "E0109"),
        ("a: b\n⟦\t⟧\nc: d", "E0109"),
        ("a⟦:⟧b\nc: 1", "E0110"), ("a:\n  b⟦:⟧http://x\n  c: 1", "E0110"), ("c: 1\na⟦:⟧b", "E0110"),
        ("- a⟦:⟧/b\n  c: 1", "E0110"),
        ("a: ⟦?⟧ b", "E0106"),
    ])
    func traps(text: String, code: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == [code], "\(text.debugDescription)")
        #expect(
            reading.diagnostics.first?.span == marked.spans.first,
            "\(reading.diagnostics.first?.span?.text.debugDescription ?? "") in \(text.debugDescription)")
    }

    @Test(arguments: ["auth:\n  ⟦token_url:https://x⟧\nb: c", "- ⟦get:/orders⟧\n- b", "- ⟦get:${vars.url}⟧", "⟦a:b⟧"])
    func missingBlankWithoutASyntaxError(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["W0110"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
    }

    @Test(arguments: [
        "a: orders:read", "- orders:read\n- customers:read", "- https://x/y", "a: 10:30", "- 10:30", "a: urn:x:y",
        "a: b\n  c:d",
        "a: http://x:80/y", "[orders:read]", "a: tab\tinside", "a:\tb", "a: x@y", "a: 50%", "a: b & c", "a: a*b",
        "a: b!",
        "a: ${x}", "a: ${x | default(\"b\")}", "a: $.x[?@.a == 'b', 0]", "a: -1", "a: ?b", "a: \"\\n\\t\"", "a: '\\d'",
    ])
    func whatIsFine(text: String) {
        #expect(Reading(text).codes.isEmpty, "\(text.debugDescription)")
    }

    @Test func theHintShowsTheTextInQuotes() {
        #expect(Reading("a: @.x > 1 # b").diagnostics.first?.label == "write \"@.x > 1\"")
        #expect(Reading("*: true").diagnostics.first?.label == "write \"*\"")
        #expect(Reading(#"a: @"b" it's"#).diagnostics.first?.label == #"write '@"b" it''s'"#)
        #expect(Reading(#"a: "\d""#).diagnostics.first?.label?.contains("single quotes") == true)
    }
}
