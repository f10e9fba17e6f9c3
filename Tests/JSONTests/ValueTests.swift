import JSON
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        #"{"b":1.10,"a":[null,true,"x\"\\\n\u0001"],"a":{}}"#, "[]", #""é😀""#, "12345678901234567890",
    ])
    func roundTrips(_ text: String) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)).serialized() == text)
    }

    @Test func escapesWhatMustBe() {
        let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/é\u{7F}"
        #expect(JSONValue.string(text).serialized() == #""\u0000\b\t\n\u000b\f\r\u001f\"\\/é"# + "\u{7F}\"")
    }

    @Test func printsPrettily() throws {
        let value = try JSONValue(parsing: Array(#"{"a":[1,{"b":[]}],"c":{}}"#.utf8))
        #expect(value.pretty() == "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n  \"c\": {}\n}")
    }

    @Test func findsMembers() throws {
        let value = try JSONValue(parsing: Array(#"{"a":1,"a":"x"}"#.utf8))
        #expect(value["a"]?.string == "x")
        #expect(value["b"] == nil)
        #expect(value.kind == .object)
    }
}
