import JSON
import Template
import Testing

@Suite("Filters on numbers, lists and objects")
struct ValueFilterTests {
    @Test(
        "Results",
        arguments: [
            ("\"12\" | int", "12"), ("\" +007 \" | int", "7"), ("\"-0\" | int", "-0"), ("1.0 | int", "1"),
            ("1e3 | int", "1000"),
            ("12345678901234567890123 | int", "12345678901234567890123"), ("\"1.50\" | number", "1.50"),
            ("\"1e400\" | number", "1e400"), ("\"00.5\" | number", "0.5"), ("\"-01\" | number", "-1"),
            ("3 | number", "3"),
            ("vars.list | first", "1"), ("vars.list | last", "[2]"), ("vars.empty | first", "null"),
            ("vars.empty | last", "null"), ("vars.list | length", "3"), ("vars.object | length", "3"),
            ("\"é😀\" | length", "2"), ("vars.object | keys", #"["a","b"]"#), ("\"\" | length", "0"),
        ])
    func results(text: String, json: String) throws {
        let vars = #"{"list": [1, "b", [2]], "empty": [], "object": {"a": 1, "b": 2, "a": 3}}"#
        #expect(try evaluate("${\(text)}", vars: vars).serialized() == json)
        var scope = TestScope()
        scope.roots["vars"] = TemplateValue(try JSONDocument(Array(vars.utf8)).root)
        #expect(try evaluate("${\(text)}", in: scope).serialized() == json)
    }

    @Test(
        "Values that do not fit, with their places",
        arguments: [
            "\"a\" | ⟦int⟧", "1.5 | ⟦int⟧", "\"\" | ⟦number⟧", "\"0x10\" | ⟦number⟧", "\"1 2\" | ⟦int⟧", "true | ⟦int⟧",
            "null | ⟦number⟧", "1e400 | ⟦int⟧", "\"a\" | ⟦first⟧", "vars.object | ⟦last⟧", "1 | ⟦length⟧",
            "null | ⟦length⟧",
            "\"a\" | ⟦keys⟧", "\"NaN\" | ⟦number⟧", "\"--1\" | ⟦number⟧",
        ])
    func errors(text: String) throws {
        let marked = MarkedText("${\(text)}")
        #expect(try failure(of: marked.text, in: TestScope(json: #"{"object": {}}"#))?.range == marked.ranges[0])
    }
}
