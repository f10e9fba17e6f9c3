import IRegexp
import Testing

@Suite("Hostile patterns and texts")
struct HostilePatternTests {
    private static let letters = String(repeating: "a", count: 100_000)

    @Test(
        "Patterns that make backtracking explode",
        arguments: [
            ("(a+)+$", false), ("^(a+)+$", false), ("(a|a)*b", false), ("(a*)*", false), ("(a|aa)+$", false),
            ("(.*)(.*)(.*)(.*)(.*)b", false), ("(a?){50}a{50}b", false), ("((a{0,9}){0,9}){0,9}c", false),
            ("(a+)+$", true), ("(a*)*", true),
        ])
    func explosive(pattern: String, isSearch: Bool) throws {
        let expression = try IRegexp(pattern)
        let text = Self.letters + "!"
        #expect(expression.matches(text) == false)
        if isSearch { #expect(expression.search(text) == (pattern == "(a*)*")) }
    }

    @Test("Captures of a long text are found")
    func longCapture() throws {
        let text = String(repeating: "a", count: 20_000)
        let match = try #require(try IRegexp("(a+)+$").firstMatch(in: text))
        #expect(match.range == text.startIndex..<text.endIndex)
    }

    @Test(
        "Programs that would grow without bound are refused",
        arguments: [
            "a{10001}", "a{99999999999999999999}", "(a{1000}){1000}", "((((a{100}){100}){100}){100}){100}",
            "(((){10000}){10000}){10000}", "(|){10000}{", "((a{0,100}){0,100}){0,100}",
        ])
    func unbounded(pattern: String) {
        #expect(throws: IRegexpError.self) { try IRegexp(pattern) }
        #expect(throws: IRegexpError.self) { try IRegexp(pattern, dialect: .extended) }
    }

    @Test("Nesting is bounded")
    func nesting() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        #expect(try IRegexp(nested(64)).matches("a"))
        #expect(throws: IRegexpError.self) { try IRegexp(nested(65)) }
        #expect(throws: IRegexpError.self) { try IRegexp(nested(100_000)) }
        #expect(throws: IRegexpError.self) { try IRegexp(String(repeating: "(", count: 100_000)) }
        #expect(throws: IRegexpError.self) { try IRegexp(String(repeating: "(a)", count: 101)) }
    }

    @Test("A text with very many kinds of letters is matched without an automaton")
    func manyLetters() throws {
        let scalars = (0..<400).compactMap { Unicode.Scalar(0x4E00 + UInt32($0)) }
        var alternatives = ""
        var text = ""
        for scalar in scalars {
            alternatives += (alternatives.isEmpty ? "" : "|") + String(Character(scalar))
            text.unicodeScalars.append(scalar)
        }
        let expression = try IRegexp("(\(alternatives))*")
        #expect(expression.matches(text))
        #expect(!expression.matches(text + "a"))
        #expect(expression.search("a"))
    }

    @Test("States that do not fit are forgotten without changing the answer")
    func forgetting() throws {
        let expression = try IRegexp("(a|b)*a(a|b){16}")
        var random = SplitMix(seed: 7)
        var text = ""
        for _ in 0..<60_000 { text += random.next() & 1 == 0 ? "a" : "b" }
        let tail = String(repeating: "b", count: 16)
        #expect(expression.matches(text + "a" + tail))
        #expect(!expression.matches(text + "b" + tail))
    }

    @Test("One pattern can be used by many tasks")
    func concurrent() async throws {
        let expression = try IRegexp("(a|b)*c")
        let text = String(repeating: "ab", count: 5_000)
        let answers = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<32 {
                group.addTask { expression.matches(text + (index.isMultiple(of: 2) ? "c" : "d")) }
            }
            return await group.reduce(into: 0) { count, answer in count += answer ? 1 : 0 }
        }
        #expect(answers == 16)
    }
}
