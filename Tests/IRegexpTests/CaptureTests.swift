import IRegexp
import Testing

@Suite("Captures")
struct CaptureTests {
    private func groups(_ pattern: String, _ text: String) throws -> [String?]? {
        let expression = try IRegexp(pattern, dialect: .extended)
        let match = expression.firstMatch(in: text)
        return match?.groups.map { range in range.map { String(text[$0]) } }
    }

    @Test(
        "Groups of the leftmost match",
        arguments: [
            ("b", "abc", ["b"]),
            (#"(\d+)-(\d+)"#, "x 12-345 67-8", ["12-345", "12", "345"]),
            ("(a+)(a*)", "aaa", ["aaa", "aaa", ""]),
            ("(a+?)(a*)", "aaa", ["aaa", "a", "aa"]),
            ("(a|ab)(c|bcd)?", "abcd", ["abcd", "a", "bcd"]),
            ("(ab|a)(c|bcd)?", "abcd", ["abc", "ab", "c"]),
            ("(a)|(b)", "b", ["b", nil, "b"]),
            ("(?:(a)|b)*", "ab", ["ab", "a"]),
            ("(?:x(y))?z", "z", ["z", nil]),
            ("<(.*?)>", "<a><b>", ["<a>", "a"]),
            ("<(.*)>", "<a><b>", ["<a><b>", "a><b"]),
            ("(é+)(.)", "xéé😀y", ["éé😀", "éé", "😀"]),
            ("((a)(b))", "ab", ["ab", "ab", "a", "b"]),
            ("a{2,3}?", "aaaa", ["aa"]),
            ("a??b", "ab", ["ab"]),
            ("()", "x", ["", ""]),
            (#"token=([^&\s]+)"#, "?a=1&token=abc&b", ["token=abc", "abc"]),
        ] as [(String, String, [String?])])
    func leftmost(pattern: String, text: String, expected: [String?]) throws {
        #expect(try groups(pattern, text) == expected)
    }

    @Test("No match has no groups")
    func noMatch() throws {
        #expect(try groups("x(y)", "abc") == nil)
    }

    @Test("Groups are counted")
    func count() throws {
        #expect(try IRegexp("(a)(?:b)((c))", dialect: .extended).groupCount == 3)
        #expect(try IRegexp("(a)(b)").groupCount == 2)
        #expect(try IRegexp("(a)(b)").firstMatch(in: "ab")?.groups.count == 3)
    }

    @Test("The range of a match is that of the whole")
    func range() throws {
        let text = "één twee"
        let match = try #require(try IRegexp("t[a-z]+").firstMatch(in: text))
        #expect(text[match.range] == "twee")
        #expect(match.groups.first == match.range)
    }
}
