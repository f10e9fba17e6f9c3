import IRegexp
import Testing

@Suite("Matching of I-Regexp")
struct MatchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let matching: [String]
        let other: [String]
        var testDescription: String { pattern }

        init(_ pattern: String, _ matching: [String], not other: [String]) {
            (self.pattern, self.matching, self.other) = (pattern, matching, other)
        }
    }

    @Test(
        "Whole texts",
        arguments: [
            Case("", [""], not: ["a"]),
            Case("abc", ["abc"], not: ["", "ab", "abcd", "xabc", "ABC"]),
            Case("a|bc|", ["a", "bc", ""], not: ["abc", "b"]),
            Case("(a|b)c", ["ac", "bc"], not: ["c", "abc"]),
            Case("a*", ["", "a", "aaaa"], not: ["b", "ab"]),
            Case("a+b?", ["a", "ab", "aab"], not: ["", "b", "abb"]),
            Case("a{2}", ["aa"], not: ["a", "aaa"]),
            Case("a{2,}", ["aa", "aaaaa"], not: ["a"]),
            Case("a{1,3}b", ["ab", "aab", "aaab"], not: ["b", "aaaab"]),
            Case("a{0}b", ["b"], not: ["ab"]),
            Case("(ab){2,3}", ["abab", "ababab"], not: ["ab", "abababab", "aabb"]),
            Case("(a*)*", ["", "aaa"], not: ["b"]),
            Case("(a|a)*b", ["b", "aab"], not: ["a"]),
            Case("(|a)+", ["", "aa"], not: ["b"]),
            Case(".", ["a", "é", "😀", "\u{2028}", "\u{2029}", "\u{85}", "\t"], not: ["", "\n", "\r", "ab"]),
            Case("[abc]", ["a", "c"], not: ["d", ""]),
            Case("[^abc]", ["d", "\n", "😀"], not: ["a", ""]),
            Case("[a-cx-z]+", ["abcxyz"], not: ["d", "w"]),
            Case("[-a]", ["-", "a"], not: ["b"]),
            Case("[a-]", ["-", "a"], not: ["b"]),
            Case("[.]", ["."], not: ["a"]),
            Case("[\\n\\]]", ["\n", "]"], not: ["n", "\\"]),
            Case("[α-ω]", ["α", "λ"], not: ["a", "Α"]),
            Case("[😀-😂]", ["😁"], not: ["😃"]),
            Case(#"\p{L}"#, ["a", "ж", "Ж", "中", "ǅ"], not: ["1", " ", "_"]),
            Case(#"\p{Lu}"#, ["A", "Ж"], not: ["a", "1"]),
            Case(#"\P{Lu}"#, ["a", "1"], not: ["A", "Ж"]),
            Case(#"\p{Nd}+"#, ["12", "٣"], not: ["Ⅷ", "a"]),
            Case(#"\p{N}+"#, ["12Ⅷ½"], not: ["a"]),
            Case(#"\p{M}"#, ["\u{301}"], not: ["a"]),
            Case(#"\p{P}"#, ["!", "_", "«"], not: ["a", "+"]),
            Case(#"\p{S}"#, ["+", "€", "^"], not: ["a", "!"]),
            Case(#"\p{Z}"#, [" ", "\u{2028}", "\u{2029}"], not: ["\n"]),
            Case(#"\p{C}"#, ["\n", "\u{200B}", "\u{E000}", "\u{378}"], not: ["a"]),
            Case(#"\p{Cn}"#, ["\u{378}"], not: ["\n"]),
            Case(#"[\p{Lu}\p{Nd}_]+"#, ["A1_"], not: ["a"]),
            Case(#"[^\p{L}]"#, ["1"], not: ["a"]),
            Case(#"[^\P{L}]"#, ["a"], not: ["1"]),
            Case(#"a\.b\\c"#, [#"a.b\c"#], not: ["axb\\c"]),
            Case("^ab.*", ["ab", "abc"], not: ["xab"]),
            Case(".*bc$", ["abc"], not: ["abcx"]),
            Case("a^b|a$b", [], not: ["ab", "a^b", "a$b"]),
            Case("e\u{301}", ["e\u{301}"], not: ["é", "e"]),
        ])
    func whole(_ example: Case) throws {
        let pattern = try IRegexp(example.pattern)
        for text in example.matching {
            #expect(pattern.matches(text), "\(text.debugDescription)")
        }
        for text in example.other {
            #expect(!pattern.matches(text), "\(text.debugDescription)")
        }
    }

    @Test(
        "Parts of texts",
        arguments: [
            Case("b", ["abc", "b"], not: ["", "ac"]),
            Case("", ["", "x"], not: []),
            Case("^b", ["bc"], not: ["ab"]),
            Case("b$", ["ab"], not: ["bc"]),
            Case("^$", [""], not: ["a"]),
            Case("a.c", ["xx a😀c"], not: ["a\nc"]),
            Case("aab", ["aaab"], not: ["aba"]),
            Case("[0-9]{3}", ["ab123"], not: ["12a34"]),
        ])
    func search(_ example: Case) throws {
        let pattern = try IRegexp(example.pattern)
        for text in example.matching {
            #expect(pattern.search(text), "\(text.debugDescription)")
        }
        for text in example.other {
            #expect(!pattern.search(text), "\(text.debugDescription)")
        }
    }

    @Test(
        "Parts of texts in the extended dialect",
        arguments: [
            Case(#"^\d+$"#, ["123"], not: ["12a", "٣", "1\n"]),
            Case(#"^\D$"#, ["a", "٣"], not: ["1"]),
            Case(#"^\w+$"#, ["aZ_0"], not: ["é", "-"]),
            Case(#"^\W$"#, ["é", "-"], not: ["a"]),
            Case(#"^\s$"#, [" ", "\t", "\n", "\u{A0}", "\u{3000}"], not: ["a"]),
            Case(#"^\S$"#, ["a"], not: [" "]),
            Case(#"^[\s\S]$"#, ["a", "\n"], not: [""]),
            Case(#"^[^\d\s]$"#, ["a"], not: ["1", " "]),
            Case(#"\bcat\b"#, ["cat", "a cat.", "cat\n"], not: ["concat", "cats"]),
            Case(#"\Bcat"#, ["concat"], not: ["cat", " cat"]),
            Case("(?i)straße", ["STRAßE", "Straße"], not: ["strasse"]),
            Case("(?i)^[a-f]+$", ["ABCdef"], not: ["G"]),
            Case("(?i)^[^a]$", ["b", "B"], not: ["a", "A"]),
            Case("(?i)привет", ["ПРИВЕТ"], not: ["ПРИВ"]),
            Case("^b$", ["b"], not: ["a\nb\nc"]),
            Case("(?m)^b$", ["b", "a\nb\nc", "a\r\nb\r\nc"], not: ["ab"]),
            Case("(?s)a.b", ["a\nb"], not: ["ab"]),
            Case(#"^\x41\u0042\/$"#, ["AB/"], not: ["AB"]),
            Case("^(?:ab)+$", ["abab"], not: ["aba"]),
        ])
    func extended(_ example: Case) throws {
        let pattern = try IRegexp(example.pattern, dialect: .extended)
        for text in example.matching {
            #expect(pattern.search(text), "\(text.debugDescription)")
        }
        for text in example.other {
            #expect(!pattern.search(text), "\(text.debugDescription)")
        }
    }
}
