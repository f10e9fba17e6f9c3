import JSON
import JSONPath
import Testing

@Suite("What a query gives")
struct ValueTests {
    @Test(
        "A singular query gives a value or nothing, any other a list",
        arguments: [
            ("$.a", true, "[1]"), ("$.a[0]", true, "1"), ("$.none", true, nil), ("$['a']", true, "[1]"),
            ("$", true, #"{"a":[1]}"#),
            ("$.a[*]", false, "[1]"), ("$.none[*]", false, "[]"), ("$..a", false, "[[1]]"), ("$.a[0:1]", false, "[1]"),
            ("$.a[0, 0]", false, "[1,1]"), ("$.a[?@ == 1]", false, "[1]"), ("$[*]", false, "[[1]]"),
        ] as [(String, Bool, String?)])
    func values(path: String, isSingular: Bool, expected: String?) throws {
        let path = try JSONPath(path)
        #expect(path.isSingular == isSingular)
        #expect(try path.value(in: document(#"{"a": [1]}"#))?.serialized() == expected)
    }

    @Test("Numbers keep their spelling")
    func spelling() throws {
        #expect(
            try select("$[*]", in: "[12345678901234567890, 1.10, 1e400]") == ["12345678901234567890", "1.10", "1e400"])
    }

    @Test(
        "All ways to ask agree", arguments: ["$.d[*]", "$.d[*].x", "$.d[*]['x', 'y']", "$..x", "$.d[1].x", "$.d[1:]"])
    func agreement(path: String) throws {
        let root = try document(#"{"d": [{"y": 0}, {"x": 1}, 5, {"x": {"x": 2}, "y": 3}]}"#)
        let path = try JSONPath(path)
        var streamed: [Int] = []
        path.forEachNode(in: root) { streamed.append($0.range.lowerBound) }
        #expect(!streamed.isEmpty)
        #expect(path.nodes(in: root).map(\.range.lowerBound) == streamed)
        #expect(path.locatedNodes(in: root).map(\.node.range.lowerBound) == streamed)
        #expect(path.first(in: root)?.range.lowerBound == streamed.first)
    }
}
