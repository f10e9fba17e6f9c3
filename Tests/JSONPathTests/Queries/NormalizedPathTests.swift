import JSON
import JSONPath
import Testing

@Suite("Normalized paths")
struct NormalizedPathTests {
    @Test(
        "Places of nodes",
        arguments: [
            ("$", ["$"]), ("$.a[-1]", ["$['a'][1]"]), ("$..x", ["$['a'][0]['x']", "$['b']['x']"]),
            ("$.a[1, 0, 1]", ["$['a'][1]", "$['a'][0]", "$['a'][1]"]), ("$.none", []),
            ("$.b.*", ["$['b']['x']"]), ("$..[?@ == 2]", ["$['b']['x']"]),
            ("$..*", ["$['a']", "$['b']", "$['a'][0]", "$['a'][1]", "$['a'][0]['x']", "$['b']['x']"]),
        ])
    func places(path: String, expected: [String]) throws {
        let root = try document(#"{"a": [{"x": 1}, []], "b": {"x": 2}}"#)
        let located = try JSONPath(path).locatedNodes(in: root)
        #expect(located.map(\.path) == expected)
        for (place, node) in located { #expect(try JSONPath(place).first(in: root)?.range == node.range) }
    }

    @Test("Names are escaped as RFC 9535, 2.7 has it")
    func escapes() throws {
        let text = #"{"'\\\"\b\f\n\r\t\u0000\u000b\u001F/ä\ud83d\ude00": 1}"#
        let located = try JSONPath("$.*").locatedNodes(in: document(text))
        #expect(located.map(\.path) == [#"$['\'\\"\b\f\n\r\t\u0000\u000b\u001f/ä😀']"#])
    }

    @Test("Paths begin at the node that was asked")
    func relative() throws {
        let inner = try #require(try document(#"{"a": {"b": [7]}}"#)["a"])
        #expect(try JSONPath("$..*").locatedNodes(in: inner).map(\.path) == ["$['b']", "$['b'][0]"])
    }

    @Test("Of duplicate names both have the same path")
    func duplicates() throws {
        let located = try JSONPath("$.*").locatedNodes(in: document(#"{"a": 1, "a": 2}"#))
        #expect(located.map(\.path) == ["$['a']", "$['a']"])
        #expect(located.map { $0.node.number?.int } == [1, 2])
    }
}
