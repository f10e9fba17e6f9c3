import Diagnostics
import Testing

struct TerminalTextTests {
    @Test(arguments: [
        ("plain é 漢 👍🏽", "plain é 漢 👍🏽"), ("\u{1B}[31mred", "\\u{1b}[31mred"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\u{7F}\u{9B}", "\\u{7f}\\u{9b}"), ("\u{202E}evil\u{2066}", "\\u{202e}evil\\u{2066}"), ("a\r\nb", "a\\r\\nb"),
        ("\0", "\\u{0}"), ("\\n", "\\n"), ("a\u{2028}b", "a\\u{2028}b"),
    ])
    func escapes(text: String, expected: String) {
        #expect(TerminalText.escape(text) == expected)
    }

    @Test func keepsNewlinesWhenAsked() {
        #expect(TerminalText.escape("a\nb\tc\r\u{1B}", keepNewlines: true) == "a\nb\tc\\r\\u{1b}")
    }

    @Test func takesSubstrings() {
        #expect(TerminalText.escape("ab\u{7}c".dropFirst()) == "b\\u{7}c")
    }
}
