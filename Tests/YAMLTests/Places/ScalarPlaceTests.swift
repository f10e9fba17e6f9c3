import Diagnostics
import Testing
import YAML

/// Where a part of a scalar's text is written: the marked span is that of the part.
struct ScalarPlaceTests {
    @Test(arguments: [
        ("k: a⟦b⟧c", "b"), ("k: é⟦日⟧c", "日"), ("k: a ⟦${env.X}⟧ b # c", "${env.X}"), ("k: a\n  ⟦b⟧ c", "b"),
        ("k: a⟦\n  ⟧b", " "), ("k: a⟦\n\n  ⟧b", "\n"), ("k: ⟦a\n   b⟧ c", "a b"), ("k: 'a⟦b⟧'", "b"),
        ("k: 'it⟦''⟧s'", "'"),
        ("k: 'it''⟦s⟧'", "s"), ("k: 'a\n   ⟦b⟧'", "b"), (#"k: "⟦\u00e9⟧x""#, "é"), (#"k: "\u00e9⟦x⟧""#, "x"),
        (#"k: "\x41⟦\n⟧b""#, "\n"), (#"k: "a\\⟦${x}⟧""#, "${x}"), (#"k: "⟦\U0001F600⟧b""#, "😀"),
        (#"k: "⟦\"⟧b""#, "\""), ("k: \"a⟦\\\n  b⟧c\"", "b"), ("k: \"a \\\n  ⟦c⟧\"", "c"), ("k: \"a\n\n   ⟦b⟧\"", "b"),
        ("k: |\n  a\n  ⟦b⟧c\n", "b"), ("k: |\n  a⟦\n⟧  b\n", "\nb"), ("k: |\n    a\n     ⟦b⟧\n", "b"),
        ("k: |2\n     ⟦b⟧\n", "b"),
        ("k: |\n\n\n  ⟦b⟧\n", "b"), ("k: |-\n  a é ⟦${x}⟧\n", "${x}"), ("k: >\n  a\n  ⟦b⟧\n", "b"),
        ("k: >\n  a⟦\n  ⟧b\n", " b"),
        ("k: >\n  a\n\n  ⟦b⟧\n", "b"), ("k: >\n  a\n\n   ⟦b⟧\n  c\n", "b"), ("k: |+\n  a\n\n  ⟦b⟧\n\n", "b"),
        ("k: |\r\n  a\r\n  ⟦b⟧\r\n", "b"), ("- - |1\n   x\n   ⟦b⟧\n", "b"), ("k:\n - |1\n   ⟦b⟧\n", "b"),
        ("k: &x ⟦b⟧", "b"), ("k: {j: \"a ⟦b⟧\"}", "b"), ("a: &x abc\nk: ⟦*x⟧", "b"), ("\u{FEFF}é: ⟦b⟧", "b"),
        ("# 日本\nk: \"日⟦b⟧\"", "b"),
    ])
    func part(text: String, part: String) throws {
        let marked = MarkedText(text)
        let scalar = try #require(Reading(marked.file).node?.all.last?.scalar)
        let whole = Array(scalar.text.utf8)
        let start = try #require(whole.indices.first { whole[$0...].starts(with: part.utf8) })
        // Two cases look for a line break or a fold, and name what follows to tell it from others.
        let length = part.utf8.count > 1 && (part.hasPrefix("\n") || part.hasPrefix(" ")) ? 1 : part.utf8.count
        let found = scalar.span(of: start..<start + length)
        let expected = try #require(marked.spans.first)
        if text.contains("⟦\\\n") {
            #expect(found.end == expected.end)
        } else {
            #expect(found == expected, "\(found.text.debugDescription) in \(text.debugDescription)")
        }
    }

    @Test func emptyAndOutsideRanges() throws {
        let scalar = try #require(Reading("k: \"a\\nb\"").node?["k"]?.scalar)
        #expect(scalar.span(of: 3..<3).start == 8)
        #expect(scalar.span(of: 1..<1).start == 5)
        #expect(scalar.span(of: 2..<2).start == 7)
        #expect(scalar.span(of: 0..<99).text == "a\\nb")
        #expect(scalar.span(of: 50..<99).text == "")
        #expect(scalar.span(of: -5..<1).text == "a")
    }

    @Test func allOfAnAliasStandsWhereTheAliasStands() throws {
        let reading = Reading("a: &x \"p\\nq\"\nb: *x")
        let scalar = try #require(reading.node?["b"]?.scalar)
        #expect(scalar.text == "p\nq")
        #expect(scalar.span.text == "*x")
        #expect(scalar.span(of: 1..<2).text == "*x")
    }

    @Test func insideOfAnAliasNodesStandWhereTheyAreWritten() {
        let node = Reading("a: &x {k: v}\nb: *x").node?["b"]
        #expect(node?.span.text == "*x")
        #expect(node?["k"]?.span.text == "v")
        #expect(node?["k"]?.span.start == 10)
    }
}
