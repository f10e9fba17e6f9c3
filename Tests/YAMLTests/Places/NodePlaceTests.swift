import Diagnostics
import Testing
import YAML

/// Where nodes start and end: the one marked span is that of the node at a path.
struct NodePlaceTests {
    @Test(arguments: [
        ("a: ⟦b⟧", "a"), ("a: ⟦b c⟧   # d", "a"), ("a: ⟦b\n   c⟧\n\nd: e", "a"), ("a: ⟦'b'⟧ # c", "a"),
        ("a: ⟦\"b\n  c\"⟧\n", "a"), ("a:⟦⟧\nb: c", "a"), ("a:⟦⟧ # c\n", "a"), ("é: ⟦日本⟧ # ü", "é"),
        ("é: 日本\nb: ⟦c⟧", "b"), ("a: ⟦[b, c]⟧ # d", "a"), ("a: ⟦{b: c}⟧\n\n# d\ne: f", "a"), ("a: ⟦[\n  b\n]⟧\n", "a"),
        ("a:\n  ⟦b: c\n  d: e⟧\n\n# f\ng: h", "a"), ("a:\n  ⟦- b\n  - c⟧  # d\n\ne: f", "a"),
        ("a:\n⟦- b\n- c⟧\ne: f", "a"),
        ("⟦a: b⟧ # c\n", ""), ("# c\n⟦a:\n  b: c⟧\n\n...\n", ""), ("--- # c\n⟦- a⟧\n", ""), ("a:\n  ⟦- b:⟧ # c\n", "a"),
        ("- ⟦a: b\n  c: d⟧\n- e", "0"), ("- - ⟦a⟧\n  - b", "0.0"), ("- ⟦- a\n  - b⟧\n- c", "0"), ("-⟦⟧\n- a", "0"),
        ("[⟦a: b⟧ , c]", "0"), ("{⟦a⟧: b}", "!a"), ("{a: ⟦⟧, b: c}", "a"), ("{a⟦⟧ , b: c}", "a"), ("[⟦a⟧ , b]", "0"),
        ("a: ⟦|⟧ # c\n", "a"), ("a: ⟦|\n  b\n  c⟧\n\n\nd: e", "a"), ("a: ⟦>-\n  b⟧\n# c\nd: e", "a"),
        ("a: ⟦|+\n  b⟧\n\n", "a"), ("? ⟦a⟧\n: b", "!a"), ("⟦a⟧ : b", "!a"), ("⟦\"\\x61\"⟧: b", "!a"),
        ("a: &x ⟦b⟧", "a"), ("a: &x\n  ⟦b: c⟧\n", "a"), ("a: &x # c\n  ⟦- b⟧\n", "a"), ("a: &x ⟦[b]⟧", "a"),
        ("a: &x⟦⟧\nb: c", "a"), ("&x ⟦a: b⟧", ""), ("a: &x b\nc: ⟦*x⟧ # d", "c"), ("a: &x [b]\nc: [d, ⟦*x⟧]", "c.1"),
        ("a: &x ⟦|\n  b⟧\nc: d", "a"), ("a: \t⟦b⟧\t# c", "a"), ("\u{FEFF}a: ⟦b⟧", "a"), ("a: ⟦b⟧\r\nc: d\r\n", "a"),
        ("a:\r\n  ⟦b: c⟧\r\n\r\nd: e", "a"), ("a: ⟦|\r\n  b⟧\r\n\r\nc: d", "a"),
    ])
    func place(text: String, path: String) throws {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        let root = try #require(reading.node)
        let found = try #require(span(in: root, path))
        #expect(found == marked.spans.first, "\(found.text.debugDescription) in \(text.debugDescription)")
        #expect(!reading.codes.contains { $0.hasPrefix("E") })
    }

    /// The span of the node at a path of keys and indices, or of the key behind `!`.
    private func span(in root: YAMLNode, _ path: String) -> SourceSpan? {
        if path.hasPrefix("!") { return root.mapping?.first { $0.key.text == path.dropFirst() }?.key.span }
        return path.split(separator: ".").reduce(root as YAMLNode?) { node, step in
            Int(step).flatMap { node?[$0] } ?? node?[String(step)]
        }?.span
    }
}
