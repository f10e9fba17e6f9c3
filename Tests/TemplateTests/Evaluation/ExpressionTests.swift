import JSON
import Template
import Testing

@Suite("Expressions")
struct ExpressionTests {
    @Test(
        "Literals keep their spelling",
        arguments: [
            ("1", "1"), ("-1.50", "-1.50"), ("1e400", "1e400"), ("12345678901234567890", "12345678901234567890"),
            ("true", "true"), ("false", "false"), ("null", "null"), ("'a'", #""a""#), ("\"it's\"", #""it's""#),
            (#"'\'\"\\\/\n\t\r\b\f'"#, #""'\"\\/\n\t\r\b\f""#), (#""\u00e9\ud83d\ude00""#, #""é😀""#), ("'}'", #""}""#),
            ("'${'", #""${""#),
        ])
    func literals(text: String, json: String) throws {
        #expect(try evaluate("${\(text)}").serialized() == json)
    }

    @Test(
        "Operators bind as documented, the loosest first: || && comparison | !",
        arguments: [
            ("true || false && false", true), ("(true || false) && false", false), ("!false && true", true),
            ("!(true && false)", true), ("1 == 1 && 2 == 2", true), ("\"ABC\" | lower == \"abc\"", true),
            ("\"abc\" == \"ABC\" | lower", true), ("\"abc\" | length > 2", true), ("!null", true),
            ("null || true", true),
            ("!vars.no | default(false)", true), ("1 != 2 || nothing.here", true), ("false && nothing.here", false),
        ])
    func precedence(text: String, expected: Bool) throws {
        #expect(try evaluate("${\(text)}", vars: #"{"no": false}"#) == .bool(expected))
    }

    @Test(
        "Comparisons",
        arguments: [
            ("1 == 1.0", true), ("10 == 1e1", true), ("1 == \"1\"", false), ("1 != \"1\"", true),
            ("null == null", true),
            ("null == false", false), ("\"a\" == 'a'", true), ("\"\\u00e9\" == \"e\\u0301\"", false),
            ("9007199254740993 == 9007199254740992", false), ("2 < 10", true), ("\"2\" < \"10\"", false),
            ("2 >= 2.0", true),
            ("-1 <= -1", true), ("3 > 4", false), ("\"a\" < \"b\"", true), ("\"Z\" < \"a\"", true),
            ("vars.list == vars.list2", true), ("vars.list != vars.other", true), ("vars.object == vars.object2", true),
        ])
    func comparisons(text: String, expected: Bool) throws {
        let vars = """
            {"list": [1, "a"], "list2": [1.0, "a"], "other": ["a", 1], "object": {"a": 1, "b": [2]},
            "object2": {"b": [2], "a": 1}}
            """
        #expect(try evaluate("${\(text)}", vars: vars) == .bool(expected))
    }

    @Test(
        "What has no order is an error",
        arguments: [
            ("⟦1 < \"2\"⟧", "number"), ("⟦\"1\" >= 2⟧", "number"), ("⟦null < 1⟧", "two"), ("⟦true > false⟧", "two"),
            ("⟦1 <= null⟧", "two"),
        ])
    func noOrder(text: String, hint: String) throws {
        let marked = MarkedText("${\(text)}")
        let error = try #require(try failure(of: marked.text))
        #expect(error.range == marked.ranges[0])
        #expect(error.hint?.contains(hint) == true)
    }

    @Test("Logic takes true, false and null only", arguments: ["${⟦1⟧ && true}", "${false || ⟦\"a\"⟧}", "${!⟦\"\"⟧}"])
    func notLogic(text: String) throws {
        let marked = MarkedText(text)
        #expect(try failure(of: marked.text)?.range == marked.ranges[0])
    }
}
