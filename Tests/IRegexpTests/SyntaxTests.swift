import IRegexp
import Testing

@Suite("Syntax of I-Regexp")
struct SyntaxTests {
    @Test(
        "Patterns of RFC 9485 are accepted",
        arguments: [
            "", "a", "a|b", "|", "a||b", "(a)", "()", "(a|b)*", "a*", "a+", "a?", "a{2}", "a{2,}", "a{2,3}", "a{0}",
            ".", "[a]", "[^a]", "[a-z]", "[-a]", "[a-]", "[-]", "[--]", "[^-]", "[a-z0-9-]", #"[\]]"#, #"[\-a]"#,
            #"[\p{L}\P{Nd}]"#, #"\p{L}"#, #"\P{Lu}"#, #"\p{Cn}"#, #"\p{Zs}"#, #"\n\r\t\(\)\*\+\-\.\?\[\\\]\^\{\|\}"#,
            "^a$", "a-b", "a,b", "/", "é", "😀", "[😀-😂]", "[.*+?|(){}^$,]", "<>=!@#%&~`'\";:_",
        ])
    func accepts(pattern: String) throws {
        #expect(try IRegexp(pattern).pattern == pattern)
    }

    @Test(
        "What is not of RFC 9485 is refused, with its place",
        arguments: [
            ("*", 0), ("+a", 0), ("?", 0), ("a**", 2), ("a+?", 2), ("a{2}{3}", 4), ("{", 0), ("a}", 1), ("]", 0),
            ("(", 0), ("(a", 0), (")", 0), ("a)b", 1), ("a{", 2), ("a{}", 2), ("a{,3}", 2), ("a{x}", 2), ("a{2", 3),
            ("a{3,2}", 1), ("[", 0), ("[]", 1), ("[^]", 2), ("[a", 0), ("[[]", 1), ("[z-a]", 1), ("[a-b-c]", 4),
            ("[a--]", 3), (#"[\p{L}-z]"#, 6), (#"[a-\p{L}]"#, 3), ("\\", 0), (#"\d"#, 0), (#"\w"#, 0), (#"\s"#, 0),
            (#"\b"#, 0), (#"\$"#, 0), (#"\1"#, 0), (#"\x41"#, 0), (#"\p"#, 2), (#"\pL"#, 2), (#"\p{}"#, 3),
            (#"\p{X}"#, 3), (#"\p{Cs}"#, 3), (#"\p{LL}"#, 3), (#"\p{Lu"#, 5), ("(?:a)", 1), ("(?i)a", 1), ("éé*+", 5),
        ])
    func refuses(pattern: String, offset: Int) {
        let error = #expect(throws: IRegexpError.self) { try IRegexp(pattern) }
        #expect(error?.offset == offset)
        #expect(error?.message.isEmpty == false)
    }

    @Test(
        "The extended dialect accepts more",
        arguments: [
            #"\d\D\w\W\s\S\b\B"#, "a+?", "a*?", "a??", "a{1,2}?", "(?:a|b)", "(?i)a", "(?ims)a", #"\x41\u0041\/\"\$"#,
            #"[\w.-]"#, #"[\w-.]"#, "[[]", "[a-b-c]", #"\_"#, #"\ "#,
        ])
    func acceptsExtended(pattern: String) throws {
        #expect(try IRegexp(pattern, dialect: .extended).dialect == .extended)
    }

    @Test(
        "The extended dialect refuses what cannot be matched in linear time, and nonsense",
        arguments: [
            (#"(a)\1"#, 3), ("(?=a)", 1), ("(?!a)", 1), ("(?<=a)", 1), ("(?<n>a)", 1), ("(?P<n>a)", 1), ("a++", 2),
            ("a*?*", 3), (#"\q"#, 0), (#"\x4"#, 3), (#"\u00"#, 4), (#"\uD800"#, 0), ("(?iq)", 3), ("(?i", 3),
            ("a(?i)", 2), (#"[a-\d]"#, 3),
        ])
    func refusesExtended(pattern: String, offset: Int) {
        let error = #expect(throws: IRegexpError.self) { try IRegexp(pattern, dialect: .extended) }
        #expect(error?.offset == offset)
    }

    @Test("A refused shorthand says what to write")
    func shorthandHint() {
        let error = #expect(throws: IRegexpError.self) { try IRegexp(#"a\d"#) }
        #expect(error?.message.contains("[0-9]") == true)
        #expect(error?.description.contains("offset 1") == true)
    }
}
