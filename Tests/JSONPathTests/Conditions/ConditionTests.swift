import JSONPath
import Testing

@Suite("Conditions")
struct ConditionTests {
    private static let body = """
        {"state": "done", "has_more": true, "no": false, "null": null, "zero": 0, "empty": "", "items": [1, 2], "none": [],
         "mixed": [null, false, 0], "nulls": [null, false], "objects": [{"ok": false}]}
        """

    @Test(
        "What holds",
        arguments: [
            ("$.state == 'done'", true), ("@.state == 'done'", true), ("$.state != @.state", false),
            ("length($.items) > 1", true),
            ("match($.state, '[a-z]+')", true), ("!search($.state, 'x')", true),
            ("count($.items[*]) == 2 && $.has_more", true),
            (" $.has_more\n", true), ("($.no || $.has_more) && !$.null", true), ("$.none[0] == $.missing", true),
        ])
    func expressions(condition: String, expected: Bool) throws {
        #expect(try JSONCondition(condition).holds(on: document(Self.body)) == expected)
    }

    @Test(
        "A bare query holds when it selects something that is neither null nor false",
        arguments: [
            ("$.has_more", true), ("$.no", false), ("$.null", false), ("$.missing", false), ("$.zero", true),
            ("$.empty", true),
            ("$.none", true), ("$.none[*]", false), ("$.mixed[*]", true), ("$.nulls[*]", false), ("!$.no", true),
            ("($.no)", false), ("$", true),
        ])
    func bareQueries(condition: String, expected: Bool) throws {
        #expect(try JSONCondition(condition).holds(on: document(Self.body)) == expected)
    }

    @Test("Within a filter the test of existence stays, and @ is the element")
    func filters() throws {
        #expect(try JSONCondition("$.objects[?@.ok]").holds(on: document(Self.body)))
        #expect(try JSONCondition("$.items[?@ == 2]").holds(on: document(Self.body)))
        #expect(try !JSONCondition("$.items[?@ == $.missing]").holds(on: document(Self.body)))
    }

    @Test(
        "What is refused",
        arguments: [
            ("«»", "such as"), ("«length($.items)»", "`length($.items) > 0`"), ("«true»", "`$.name == true`"),
            ("«state» == 'x'", "`$.state`"),
            ("«.»state", "`$.state`"), ("«?»@.a", "leave it out"), ("$.state == «in-progress»", "`'in-progress'`"),
            ("«state[0].x» == 1", "`$.state[0].x`"),
            ("$.a «=» 1", "`==`"), ("«(»$.a", "`)`"),
        ])
    func refused(marked: String, hint: String) throws {
        let marked = MarkedText(marked)
        let error = try #require(throws: JSONPathError.self) { try JSONCondition(marked.text) }
        #expect(error.range == marked.range, "\(error.message)")
        #expect(error.hint?.contains(hint) == true, "\(error.hint ?? "no hint")")
    }
}
