import JSON
import Template
import Testing

@Suite("Hostile templates")
struct HostileTemplateTests {
    @Test(
        "Deep nesting is an error, not a crash",
        arguments: [("(", "vars.a"), ("!", "vars.a"), ("x | default(", ""), ("read(", ""), ("a[", "")])
    func depth(opening: String, middle: String) {
        let text = "${" + String(repeating: opening, count: 50_000) + middle + "}"
        #expect(!syntaxErrors(of: text).isEmpty)
    }

    @Test("What is nested within reason works")
    func reasonable() throws {
        let text = "${" + String(repeating: "(", count: 30) + "!!true" + String(repeating: ")", count: 30) + "}"
        #expect(try evaluate(text) == .bool(true))
    }

    @Test("Long chains are flat")
    func chains() throws {
        let terms = Array(repeating: "true", count: 20_000)
        #expect(try evaluate("${\(terms.joined(separator: " && "))}") == .bool(true))
        #expect(try evaluate("${false || \(terms.joined(separator: " || "))}") == .bool(true))
        #expect(try evaluate("${\"a\"\(String(repeating: " | lower", count: 20_000))}") == .string("a"))
        let path = String(repeating: "[0]", count: 50_000)
        #expect(try evaluate("${vars\(path) | default(1)}").serialized() == "1")
    }

    @Test("A template that is too long is an error")
    func length() {
        #expect(syntaxErrors(of: String(repeating: "a", count: 1 << 20)).isEmpty)
        #expect(syntaxErrors(of: String(repeating: "a", count: (1 << 20) + 1)).count == 1)
    }

    @Test("The number of errors is bounded")
    func manyErrors() {
        let count = syntaxErrors(of: String(repeating: "${} ", count: 100_000)).count
        #expect(count >= 50 && count < 100)
    }

    @Test("Every beginning of a template is an error or a template")
    func beginnings() {
        let text =
            #"a ${vars["x"][0].y | replace('a', "b\u00e9") | default(now() | date("yyyy")) != 1.5e3 && !true} $${ é"#
        for length in 0...text.unicodeScalars.count {
            let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
            for error in syntaxErrors(of: beginning) {
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= beginning.utf8.count)
            }
        }
    }

    @Test("Random signs never crash, and places stay inside the text")
    func random() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "${", "}", "$", "{", "(", ")", "[", "]", ".", ",", "|", "||", "&&", "&", "=", "==", "<", "!", "'", "\"",
            "\\",
            "a", "lower", "default", "regex", "date", "1", "5m", "-", " ", "é", "“", "\u{0}", "\n", "*", "?", "@",
            "now()",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            for error in syntaxErrors(of: text) {
                #expect(
                    error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text.debugDescription)"
                )
                #expect(!error.range.isEmpty, "\(text.debugDescription)")
            }
        }
    }

    @Test("Text cannot grow without bounds")
    func growth() throws {
        let long = String(repeating: "a", count: 1 << 20)
        let longer = String(repeating: "a", count: 40 << 20)
        let scope = TestScope(
            .object([
                JSONMember(name: "x", value: .string(long)), JSONMember(name: "y", value: .string(longer)),
                JSONMember(name: "z", value: .string(String(repeating: "a", count: 100_000))),
            ]))
        for text in [
            "${vars.z | replace(\"a\", \"\(String(repeating: "b", count: 1000))\")}", "${vars.y | hex}",
            "${vars.y}${vars.y}",
            String(repeating: "${vars.x}", count: 70),
        ] {
            #expect(try failure(of: text, in: scope)?.message.contains("64 MiB") == true)
        }
        let longest = TestScope(
            .object([JSONMember(name: "x", value: .string(String(repeating: "a", count: (64 << 20) + 1)))]))
        for filter in ["upper", "string"] {
            #expect(try failure(of: "${vars.x | \(filter)}", in: longest)?.message.contains("64 MiB") == true)
        }
        let list = TestScope(
            .object([JSONMember(name: "x", value: .array(Array(repeating: .string(long), count: 70)))]))
        #expect(try failure(of: "${vars.x | join(\"\")}", in: list)?.message.contains("64 MiB") == true)
        let parts = TestScope(
            .object([JSONMember(name: "x", value: .string(String(repeating: ",", count: 1_000_001)))]))
        #expect(try failure(of: "${vars.x | split(\",\")}", in: parts)?.message.contains("too many") == true)
    }

    @Test("Searching takes time in proportion to the text")
    func search() throws {
        let long = String(repeating: "a", count: 200_000)
        let needle = String(repeating: "a", count: 100_000) + "b"
        let scope = TestScope(
            .object([JSONMember(name: "x", value: .string(long)), JSONMember(name: "y", value: .string(needle))]))
        #expect(try evaluate("${vars.x | replace(vars.y, \"\") | length}", in: scope) == .number(JSONNumber(200_000)))
        #expect(try evaluate("${vars.x | regex(\"(a+)+$\") | length}", in: scope) == .number(JSONNumber(200_000)))
    }
}
