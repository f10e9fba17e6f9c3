import Testing

@Suite("Filters")
struct FilterTests {
    @Test(
        "Comparisons",
        arguments: [
            ("1 == 1.0", true), ("1e2 == 100", true), ("-0 == 0", true), ("0.1 == 0.10", true), ("1 < 2", true),
            ("100000000000000000001 == 100000000000000000002", false),
            ("100000000000000000001 < 100000000000000000002", true), ("1e400 > 1e399", true), ("1 >= 1", true),
            ("'a' < 'b'", true), ("'a' < 'B'", false), ("'' < 'a'", true), ("'ab' <= 'ab'", true), ("'1' == 1", false),
            ("'1' < 2", false), ("null == null", true), ("null <= null", true), ("null < 1", false),
            ("true >= true", true),
            ("true > false", false), ("false == null", false), ("@.none == @.other", true), ("@.none <= @.other", true),
            ("@.none < @.other", false), ("@.none == null", false), ("@.none != null", true), ("@.null == null", true),
            ("'\u{FF61}' < '\u{1F600}'", true), ("'\u{E9}' == 'e\u{301}'", false), (#"'\u00e9' == "é""#, true),
        ])
    func comparisons(expression: String, expected: Bool) throws {
        #expect(try select("$[?\(expression)]", in: #"[{"null": null}]"#).isEmpty == !expected)
    }

    @Test(
        "Comparisons of nodes",
        arguments: [
            ("@.a == @.b", #"{"a": [1, {"x": "é"}], "b": [1.0, {"x": "\u00e9"}]}"#, true),
            ("@.a == @.b", #"{"a": {"x": 1, "y": 2}, "b": {"y": 2, "x": 1}}"#, true),
            ("@.a == @.b", #"{"a": {"x": 1}, "b": {"x": 1, "y": null}}"#, false),
            ("@.a == @.b", #"{"a": [1, 2], "b": [2, 1]}"#, false), ("@.a < @.b", #"{"a": [1], "b": [2]}"#, false),
            ("@.a <= @.b", #"{"a": [1], "b": [1]}"#, true), ("@.a < @.b", #"{"a": 9, "b": 10}"#, true),
            ("@.a == @.b", "{\"a\": {\"\u{E9}\": 1}, \"b\": {\"e\u{301}\": 1}}", false),
            ("@.a == @.b", "{\"a\": \"\\u00e9\", \"b\": \"e\u{301}\"}", false),
            ("@.a == 'x\ty'".replacing("\t", with: "\\t"), #"{"a": "x\ty"}"#, true),
            ("@.a[-1] == $[0].b", #"{"a": [1, 2], "b": 2}"#, true),
        ])
    func nodes(expression: String, element: String, expected: Bool) throws {
        #expect(try select("$[?\(expression)]", in: "[\(element)]").isEmpty == !expected)
    }

    @Test(
        "Precedence, parentheses and negation",
        arguments: [
            ("@.a || @.b && @.c", ["a", "bc", "abc"]), ("(@.a || @.b) && @.c", ["bc", "abc"]),
            ("!@.a && @.b", ["b", "bc"]), ("!(@.a || @.b)", ["c"]), ("! ( @.a )", ["b", "c", "bc"]),
            ("((@.a))", ["a", "abc"]), ("@.a && (@.b && @.c)", ["abc"]), ("!@.a && !@.b || @.c && @.a", ["c", "abc"]),
        ])
    func precedence(expression: String, expected: [String]) throws {
        let sets = ["a", "b", "c", "bc", "abc"]
        let elements = sets.map { set in
            "{" + (["\"n\": \"\(set)\""] + set.map { "\"\($0)\": null" }).joined(separator: ", ") + "}"
        }
        let selected = try select("$[?\(expression)].n", in: "[\(elements.joined(separator: ","))]")
        #expect(selected == expected.map { "\"\($0)\"" })
    }

    @Test("A test asks whether anything is there, also null and false")
    func existence() throws {
        let text = #"[{"a": null}, {"a": false}, {"b": 1}, 5, {"a": []}]"#
        #expect(try select("$[?@.a]", in: text) == [#"{"a":null}"#, #"{"a":false}"#, #"{"a":[]}"#])
        #expect(try select("$[?@.*]", in: text).count == 4)
        #expect(try select("$[?@.a[*]]", in: text).isEmpty)
    }

    @Test("Filters within filters, and of members")
    func nested() throws {
        let text = #"{"x": [{"l": [1, 9]}, {"l": [2]}, {"l": []}], "limit": 5}"#
        #expect(try select("$.x[?@.l[?@ > $.limit]]", in: text) == [#"{"l":[1,9]}"#])
        #expect(try select("$[?@ == 5]", in: text) == ["5"])
        #expect(try select("$.x[?@.l[0] == 1, ?@.l[0] == 2, 0]", in: text).count == 3)
    }
}
