import JSONPath
import Testing

@Suite("Functions")
struct FunctionTests {
    @Test(
        "Results",
        arguments: [
            ("length(@.s) == 3", true), ("length(@.e) == 1", true), ("length(@.l) == 2", true),
            ("length(@.o) == 1", true),
            ("length(@.n) == 1", false), ("length(@.none) == 0", false), ("length(@.none) == @.none", true),
            ("length('ab') == 2", true), ("length(value(@.l[0])) == 2", true), ("count(@.*) == 6", true),
            ("count(@..*) == 9", true), ("count(@.none) == 0", true), ("value(@.l[1:]) == 'yz'", true),
            ("value(@.l[*]) == 'wx'", false), ("value(@.none) == @.none", true), ("value(@..x) == null", true),
            ("length(@.s) == count(@.l[*])", false),
        ])
    func results(expression: String, expected: Bool) throws {
        let text = #"[{"s": "aäb", "e": "\ud83d\ude00", "l": ["wx", "yz"], "o": {"x": null}, "n": 7, "t": "ab"}]"#
        #expect(try select("$[?\(expression)]", in: text).isEmpty == !expected)
    }

    @Test(
        "Patterns",
        arguments: [
            ("match(@.t, 'b.d')", false), ("search(@.t, 'b.d')", true), ("match(@.t, '.*b.d.*')", true),
            ("!match(@.t, 'x')", true), ("match(@.t, @.p)", true), ("search(@.t, $[0].q)", false),
            ("match(@.none, '.*')", false),
            ("match(@.t, @.none)", false), ("match(5, '5')", false), (#"search(@.t, '\\d')"#, false),
            ("search('x1', '[0-9]')", true),
            ("match(value(@..t), '[a-f]+')", true), (#"match(@.e, '\\p{L}')"#, true),
        ])
    func patterns(expression: String, expected: Bool) throws {
        let text = #"[{"t": "abcdef", "p": "ab.*", "q": "(", "e": "ä"}]"#
        #expect(try select("$[?\(expression)]", in: text).isEmpty == !expected)
    }

    @Test("Patterns from a document, more of them than are remembered")
    func computedPatterns() throws {
        let elements = (0..<40).map { #"{"t": "a\#($0)", "p": "a\#($0 / 2 * 2)"}"# }
        #expect(try select("$[?match(@.t, @.p)].t", in: "[\(elements.joined(separator: ","))]").count == 20)
    }

    @Test("A literal pattern that nothing can match is a warning, since RFC 9535 allows it")
    func warnings() throws {
        let marked = MarkedText(#"$[?match(@.a, «'\\d+'») || search(@.b, 'x')]"#)
        let warnings = try JSONPath(marked.text).warnings
        #expect(warnings.map(\.range) == [marked.range])
        #expect(warnings.first?.message.contains("[0-9]") == true)
        #expect(try JSONPath("$[?match(@.a, 1)]").warnings.count == 1)
        #expect(try JSONPath("$[?match(@.a, '[0-9]+')]").warnings.isEmpty)
        #expect(try JSONCondition("search($.a, '(')").warnings.count == 1)
    }
}
