import Testing

@Suite("Selectors and segments")
struct SelectorTests {
    private static let shop = """
        {"books": [{"t": "A", "p": 8}, {"t": "B", "p": 12.50}, {"t": "C"}], "bike": {"p": 399}, "o'b": 1, "ä\\n": [2]}
        """

    @Test(
        "Each selector",
        arguments: [
            ("$.bike", [#"{"p":399}"#]), ("$['bike'].p", ["399"]), (#"$["bike"]["p"]"#, ["399"]),
            ("$.books[0].t", [#""A""#]), ("$.books[-1].t", [#""C""#]), ("$.books[3]", []), ("$.books[-4]", []),
            ("$.bike[0]", []), ("$.books.t", []), ("$.books[*].p", ["8", "12.50"]), ("$.bike.*", ["399"]),
            ("$.bike.p.*", []), ("$.books[0:2].t", [#""A""#, #""B""#]),
            ("$.books[::-1].t", [#""C""#, #""B""#, #""A""#]),
            ("$.books[0, 0, 'x', -1].t", [#""A""#, #""A""#, #""C""#]), (#"$['o\'b']"#, ["1"]), (#"$["o'b"]"#, ["1"]),
            (#"$['\u00e4\n'][0]"#, ["2"]), (#"$["\u00E4\u000a"][0]"#, ["2"]), ("$.bike\n [ 'p' ]", ["399"]),
        ])
    func each(path: String, expected: [String]) throws {
        #expect(try select(path, in: Self.shop) == expected)
    }

    @Test(
        "Descendants come in document order, each before its children",
        arguments: [
            ("$..p", ["8", "12.50", "399"]), ("$..[0]", [#"{"t":"A","p":8}"#, "2"]),
            ("$.books..t", [#""A""#, #""B""#, #""C""#]),
            ("$..['p', 't']", ["8", #""A""#, "12.50", #""B""#, #""C""#, "399"]),
            ("$..bike..p", ["399"]), ("$.bike.p..*", []), ("$..books[?@.p > 10].t", [#""B""#]),
        ])
    func descendants(path: String, expected: [String]) throws {
        #expect(try select(path, in: Self.shop) == expected)
    }

    @Test("A wildcard below everything selects everything but the root, nodes of nested ones more than once")
    func everything() throws {
        #expect(try select("$..*", in: "[[1],{\"a\":[2]}]") == ["[1]", #"{"a":[2]}"#, "1", "[2]", "2"])
        #expect(try select("$..[*, *]", in: "[1]") == ["1", "1"])
        #expect(try select("$..*", in: "5").isEmpty)
        #expect(try select("$", in: "5") == ["5"])
    }

    @Test("Of duplicate names a name selects the last, a wildcard all")
    func duplicates() throws {
        let text = #"{"a": 1, "b": 2, "\u0061": 3}"#
        #expect(try select("$.a", in: text) == ["3"])
        #expect(try select("$.*", in: text) == ["1", "2", "3"])
        #expect(try select("$..a", in: text) == ["3"])
    }

    @Test("Names are compared by Unicode scalars, not by what they look like")
    func canonicalEquivalence() throws {
        let text = "{\"\u{E9}\": 1, \"e\u{301}\": 2}"
        #expect(try select("$.\u{E9}", in: text) == ["1"])
        #expect(try select("$['e\u{301}']", in: text) == ["2"])
    }

    @Test(
        "Slices",
        arguments: [
            ("$[1:3]", [1, 2]), ("$[5:]", [5, 6]), ("$[:2]", [0, 1]), ("$[:]", [0, 1, 2, 3, 4, 5, 6]),
            ("$[1:5:2]", [1, 3]), ("$[-2:]", [5, 6]), ("$[5:1:-2]", [5, 3]), ("$[::-3]", [6, 3, 0]),
            ("$[-3:-1]", [4, 5]),
            ("$[:-8:-1]", [6, 5, 4, 3, 2, 1, 0]), ("$[3:1]", []), ("$[1:3:0]", []), ("$[10:]", []),
            ("$[-100:100:3]", [0, 3, 6]),
            ("$[9007199254740991:-9007199254740991:-9007199254740991]", [6]), ("$[ 1 : 3 : 1 ]", [1, 2]),
            ("$[0::]", [0, 1, 2, 3, 4, 5, 6]),
        ])
    func slices(path: String, expected: [Int]) throws {
        #expect(try select(path, in: "[0,1,2,3,4,5,6]") == expected.map(String.init))
        #expect(try select(path, in: "[]").isEmpty)
        #expect(try select(path, in: #"{"a": 1}"#).isEmpty)
    }
}
