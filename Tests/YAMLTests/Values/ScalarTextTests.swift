import Diagnostics
import Testing
import YAML

struct ScalarTextTests {
    @Test(arguments: [
        ("a b", "a b"), ("a\n  b\n\n  c", "a b\nc"), ("'it''s'", "it's"), ("'a\n\n  b'", "a\nb"),
        (#""\u00e9\x41\n\t\\\"\/\U0001F600""#, "éA\n\t\\\"/😀"), ("\"a\\\n   b\"", "ab"), ("\"a \n  b\"", "a b"),
        ("|\n  a\n   b\n\n  c\n", "a\n b\n\nc\n"), ("|-\n  a\n\n", "a"), ("|+\n  a\n\n", "a\n\n"),
        ("|2\n   a\n", " a\n"),
        (">\n  a\n  b\n\n  c\n   d\n  e\n", "a b\nc\n d\ne\n"), (">-\n  a\n  b", "a b"), ("|\n", ""),
    ])
    func text(source: String, text: String) {
        #expect(Reading("k: \(source)").node?["k"]?.scalar?.text == text)
    }

    @Test func carriageReturnsAreLineBreaks() {
        let reading = Reading("a: |\r\n  x\r\n  y\r\nb: 'p\r\n  q'\r\n")
        #expect(reading.node?.outline == #"{a: "x\ny\n", b: "p q"}"#)
        #expect(reading.diagnostics.isEmpty)
        #expect(Reading("a: 1\rb: 2\r").node?.outline == "{a: int 1, b: int 2}")
    }

    @Test func byteOrderMark() {
        let reading = Reading("\u{FEFF}a: é\n")
        #expect(reading.node?.outline == "{a: \"é\"}")
        #expect(reading.node?["a"]?.span.text == "é")
        #expect(reading.node?["a"]?.span.start == 6)
    }
}
