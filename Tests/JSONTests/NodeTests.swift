import JSON
import Testing

@Suite struct NodeTests {
    private func root(_ text: String) throws -> JSONNode { try JSONDocument(Array(text.utf8)).root }

    @Test func readsEachKind() throws {
        let node = try root(#"{"n":null,"t":true,"f":false,"i":12,"s":"a\tb","l":[1,[2],3],"o":{"x":1}}"#)
        #expect(node.kind == .object && node.count == 7)
        #expect(node["n"]?.isNull == true)
        #expect(node["t"]?.bool == true)
        #expect(node["f"]?.bool == false)
        #expect(node["i"]?.number?.int == 12)
        #expect(node["s"]?.string == "a\tb")
        #expect(node["l"]?.count == 3)
        #expect(node["l"]?[1]?[0]?.number?.int == 2)
        #expect(node["l"]?[-1]?.number?.int == 3)
        #expect(node["l"]?[3] == nil && node["l"]?[-4] == nil)
        #expect(node["o"]?["x"]?.number?.int == 1)
        #expect(node["x"] == nil && node["s"]?["x"] == nil)
        #expect(node.members.map(\.name) == ["n", "t", "f", "i", "s", "l", "o"])
        #expect(node["i"]?.string == nil && node["s"]?.number == nil && node["s"]?.elements.map(\.kind) == [])
    }

    @Test func findsNamesWhateverTheirSpelling() throws {
        let node = try root(#"{"\u0061\/b":1,"ä":2,"a":3,"a":4}"#)
        #expect(node["a/b"]?.number?.int == 1)
        #expect(node["ä"]?.number?.int == 2)
        #expect(node["a"]?.number?.int == 4)
        #expect(node.count == 4)
    }

    @Test(arguments: [
        (#" [ 1.10 , "a b" , { "k" : [ ] , "l" : { } } ] "#, #"[1.10,"a b",{"k":[],"l":{}}]"#),
        ("{\n\t\"a\\u00e4\" : 1e400 ,\r\n \"b\" : -0 }", "{\"a\\u00e4\":1e400,\"b\":-0}"),
        ("[[ ],[]]", "[[],[]]"), (" true ", "true"), ("\" x \"", "\" x \""), ("[1,2]", "[1,2]"),
    ])
    func writesCompactlyAndKeepsSpelling(_ text: String, _ expected: String) throws {
        var output: [UInt8] = []
        try root(text).write(to: &output)
        #expect(String(decoding: output, as: UTF8.self) == expected)
    }

    @Test func writesPartsOfADocument() throws {
        let node = try root(#"{"data": [ {"id": 1, "n": "x y"}, {"id": 2} ] , "more": 1}"#)
        let lines = node["data"]?.elements.map { element in
            var output: [UInt8] = []
            element.write(to: &output)
            return String(decoding: output, as: UTF8.self)
        }
        #expect(lines == [#"{"id":1,"n":"x y"}"#, #"{"id":2}"#])
    }

    @Test(arguments: [
        ("1", "1.0", true), ("10", "1e1", true), ("0", "-0.0e5", true),
        ("12345678901234567890", "12345678901234567891", false),
        ("0.1", "0.10", true), ("\"a\"", "\"\\u0061\"", true), ("\"a\"", "\"b\"", false), ("[1,2]", "[1.0,2]", true),
        ("[1,2]", "[2,1]", false), ("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true), ("{\"a\":1}", "{\"a\":2}", false),
        ("{\"a\":1}", "{\"a\":1,\"b\":1}", false), ("null", "false", false), ("1", "\"1\"", false),
        ("true", "true", true),
    ])
    func comparesAsRFC9535(_ left: String, _ right: String, _ equal: Bool) throws {
        #expect(try root(left).isEqual(to: root(right)) == equal)
        #expect(try root(right).isEqual(to: root(left)) == equal)
    }
}
