import JSONPath
import Testing

@Suite("Explanations of conditions")
struct ExplanationTests {
    private func explain(_ condition: String, on text: String) throws -> [String] {
        try JSONCondition(condition).explanation(on: document(text)).map { "\($0.part) is \($0.value)" }
    }

    @Test("Each query and call, in the order of the text, none twice")
    func parts() throws {
        let text = #"{"a": {"x": [1, "b c"]}, "s": "A1", "l": [1, 2]}"#
        #expect(
            try explain("$.s == 'b' || $.missing > 1 && !($.a) || $.s != 'c'", on: text)
                == [#"$.s is "A1""#, "$.missing is nothing", #"$.a is {"x":[1,"b c"]}"#])
        #expect(
            try explain("length($.l) > 2 && match($.s, '[a-z]')", on: text)
                == ["length($.l) is 2", "$.l is [1,2]", "match($.s, '[a-z]') is false", #"$.s is "A1""#])
        #expect(
            try explain("count($.l[?@ > 1]) == 3 && value($.l[5:]) == 1 && $.l[*]", on: text)
                == [
                    "count($.l[?@ > 1]) is 1", "$.l[?@ > 1] is [2]", "value($.l[5:]) is nothing", "$.l[5:] is nothing",
                    "$.l[*] is [1,2]",
                ])
        #expect(try explain("search('x', $.s)", on: text) == ["search('x', $.s) is false", #"$.s is "A1""#])
    }

    @Test("Values are compact, and white space in strings stays")
    func compact() throws {
        #expect(try explain("$", on: #"[ "a \" b" , { "k" : 1 } ]"#) == [#"$ is ["a \" b",{"k":1}]"#])
    }

    @Test("Long values are cut short")
    func long() throws {
        let list = "[" + (1...50_000).map { "\($0)0" }.joined(separator: " , ") + "]"
        let value = try #require(try JSONCondition("$").explanation(on: document(list)).first?.value)
        #expect(value.hasPrefix("[10,20,30,") && value.hasSuffix("…") && value.unicodeScalars.count == 201)
        let text = "\"" + String(repeating: "é", count: 100_000) + "\""
        #expect(
            try JSONCondition("$").explanation(on: document(text)).first?.value == "\""
                + String(repeating: "é", count: 199) + "…")
        let nodes = try #require(try JSONCondition("$[*]").explanation(on: document(list)).first?.value)
        #expect(nodes.unicodeScalars.count == 201)
    }

    @Test("Secrets are taken out before a value is cut short")
    func redaction() throws {
        let text = "\"" + String(repeating: "x", count: 190) + "hunter2hunter2hunter2\""
        let explanation = try JSONCondition("$").explanation(on: document(text)) {
            $0.replacing("hunter2hunter2hunter2", with: "***")
        }
        #expect(explanation.first?.value == "\"" + String(repeating: "x", count: 190) + "***\"")
    }
}
