import JSON
import JSONPath
import Testing

@Suite("Hostile queries and documents")
struct HostileQueryTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test("Nesting is bounded, whatever is nested", arguments: [64, 65, 8000])
    func nesting(depth: Int) {
        let texts = [
            "$" + repeated("[?@", depth) + repeated("]", depth),
            "$[?" + repeated("(", depth - 1) + "@" + repeated(")", depth - 1) + "]",
            "$[?" + repeated("length(", depth - 1) + "@" + repeated(")", depth - 1) + " == 1]",
            "$[?" + repeated("!(", depth - 1) + "@" + repeated(")", depth - 1) + "]",
        ]
        for text in texts {
            if depth <= 64 {
                #expect(throws: Never.self) { try JSONPath(text) }
            } else {
                let error = #expect(throws: JSONPathError.self) { try JSONPath(text) }
                #expect(error?.message.contains("64 levels") == true)
            }
        }
    }

    @Test(
        "Openings that are never closed are refused",
        arguments: ["(", "[", "[?", "!", "!(", "$[?", "$[?(", "-", "'", "$[?match(@,", "\\"])
    func unclosed(opening: String) {
        let text = repeated(opening, 65_000 / opening.utf8.count)
        #expect(throws: JSONPathError.self) { try JSONPath("$" + text) }
        #expect(throws: JSONPathError.self) { try JSONCondition(text) }
    }

    @Test("A text of more than 64 KiB is refused, one of that size is read")
    func length() throws {
        let fits = "$.b" + repeated(".a", 32_766) + "c"
        #expect(fits.utf8.count == 65_536)
        #expect(try JSONPath(fits).nodes(in: document("{}")).isEmpty)
        let error = #expect(throws: JSONPathError.self) { try JSONPath(fits + "c") }
        #expect(error?.range == 65_536..<65_537)
        #expect(throws: JSONPathError.self) { try JSONCondition(repeated("$ || ", 20_000) + "$") }
    }

    @Test("A long query on a deep document does not recurse")
    func deepDocument() throws {
        let deep = try document(repeated("[", 512) + repeated("]", 512))
        #expect(try JSONPath("$" + repeated("[*]", 511)).nodes(in: deep).count == 1)
        #expect(try JSONPath("$" + repeated("[*]", 20_000)).nodes(in: deep).isEmpty)
        #expect(try JSONPath("$" + repeated("[0]", 511)).first(in: deep)?.count == 0)
        #expect(try JSONPath("$..*").locatedNodes(in: deep).count == 511)
        #expect(try JSONPath("$..[?@ == $" + repeated("[0]", 511) + "]").nodes(in: deep).count == 1)
        #expect(try JSONPath("$..[?@ == @]").nodes(in: deep).count == 511)
        let filters = "$" + repeated("[?$[*][*][*][*]", 60) + repeated("]", 60)
        #expect(try JSONPath(filters).nodes(in: deep).count == 1)
    }

    @Test("A long disjunction is evaluated without recursion")
    func longDisjunction() throws {
        let text = repeated("@.b||", 10_000) + "@.a"
        #expect(try select("$[?\(text)]", in: #"[{"a": 1}]"#).count == 1)
        #expect(try JSONCondition(text).explanation(on: document(#"{"a": 1}"#)).map(\.part) == ["@.b", "@.a"])
    }

    @Test(
        "Patterns that make backtracking explode end, on 100,000 letters",
        arguments: [
            ("(a+)+$", false), ("^(a+)+$", false), ("(a|aa)+$", false), ("(a*)*b", false), ("(.*)(.*)(.*)(.*)b", false),
            ("(a|a)*!", true),
        ])
    func explosivePatterns(pattern: String, expected: Bool) throws {
        let text = "[{\"t\": \"" + repeated("a", 100_000) + "!\", \"p\": \"\(pattern)\"}]"
        #expect(try select("$[?match(@.t, '\(pattern)')].p", in: text).isEmpty == !expected)
        #expect(try select("$[?search(@.t, '\(pattern)')].p", in: text).isEmpty == !expected)
        #expect(try select("$[?match(@.t, @.p)].p", in: text).isEmpty == !expected)
    }

    @Test("Numbers of any length are compared")
    func longNumbers() throws {
        let digits = "1" + repeated("0", 20_000)
        #expect(try select("$[?@ == \(digits) && @ < 1e999999999999999999999]", in: "[1e20000, \(digits)1]").count == 1)
    }
}
