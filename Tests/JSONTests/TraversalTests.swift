import JSON
import Testing

@Suite struct TraversalTests {
    private func root(_ text: String) throws -> JSONNode { try JSONDocument(Array(text.utf8)).root }

    private func spelled(_ nodes: some Sequence<JSONNode>) -> [String] { nodes.map { $0.value.serialized() } }

    @Test(arguments: [
        ("[1,[2],{}]", ["1", "[2]", "{}"]), (#"{"a":[],"b":{"c":1},"a":"x"}"#, ["[]", #"{"c":1}"#, #""x""#]),
        ("[]", []), ("{}", []),
        ("1", []), (#""a""#, []),
    ])
    func givesChildren(_ text: String, _ expected: [String]) throws {
        #expect(spelled(try root(text).children) == expected)
    }

    @Test func givesContainersBeforeWhatTheyContain() throws {
        let node = try root(#"{"[":[1,[],"{"],"b":{"c":{}},"d":5}"#)
        #expect(spelled(node.containers) == [node.value.serialized(), #"[1,[],"{"]"#, "[]", #"{"c":{}}"#, "{}"])
        #expect(spelled(try #require(node["b"]).containers) == [#"{"c":{}}"#, "{}"])
        #expect(spelled(try #require(node["d"]).containers) == [])
    }

    @Test func comparesTextWithoutCopying() throws {
        let node = try root(#"["ab", "\u0061b", "é", 1, null, ""]"#)
        #expect(node.elements.map { $0.isString("ab") } == [true, true, false, false, false, false])
        #expect(node.elements.map { $0.isString("e\u{301}") } == [false, false, false, false, false, false])
        #expect(node[-1]?.isString("") == true)
    }

    @Test func tellsCanonicallyEquivalentTextsApart() throws {
        let node = try root(
            "[\"\\u00e9\", \"e\u{301}\", {\"\u{E9}\": 1}, {\"e\u{301}\": 1}, {\"\u{E9}\": 1, \"e\u{301}\": 2}]")
        let elements = Array(node.elements)
        #expect(!elements[0].isEqual(to: elements[1]))
        #expect(!elements[2].isEqual(to: elements[3]))
        #expect(elements[4].isEqual(to: try root("{\"e\\u0301\": 2, \"\\u00e9\": 1}")))
    }
}
