import Testing
import YAML

struct CoreSchemaTests {
    @Test(arguments: ["null", "Null", "NULL", "~", ""])
    func null(text: String) {
        #expect(value(of: text) == .null)
    }

    @Test(arguments: ["true", "True", "TRUE"])
    func yes(text: String) {
        #expect(value(of: text) == .bool(true))
    }

    @Test(arguments: ["false", "False", "FALSE"])
    func no(text: String) {
        #expect(value(of: text) == .bool(false))
    }

    @Test(arguments: ["0", "-1", "+12", "007", "12345678901234567890", "0x1F", "0xff", "0o17"])
    func integer(text: String) {
        #expect(value(of: text) == .integer(text))
    }

    @Test(arguments: [
        "1.10", "-0.5", "+.5", ".5", "5.", "1e3", "1E+400", "-1.5e-3", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN",
    ])
    func float(text: String) {
        #expect(value(of: text) == .float(text))
    }

    @Test(arguments: [
        "yes", "no", "NO", "on", "off", "y", "nULL", "tRUE", "1_000", "0b11", "0x", "0o", "0o8", "0xg", "-0x1", "+0o7",
        "1.2.3", "1e", "1e+", "e3", ".", "+", "+-1", "inf", "nan", "-.nan", "..5", "1:30", "2024-01-01", "12 3",
        "١",
    ])
    func text(text: String) {
        #expect(value(of: text) == .string(text))
    }

    @Test(arguments: ["\"1\"", "'true'", "\"\"", "'~'", "|\n  1", ">-\n  null"])
    func onlyPlainTextStandsForSomething(source: String) {
        guard case .string = Reading("a: \(source)").node?["a"]?.scalar?.value else {
            Issue.record("\(source) is not text")
            return
        }
    }

    @Test func styles() {
        let node = Reading("[a, 'a', \"a\"]").node
        #expect(node?.sequence?.map { $0.scalar?.style } == [.plain, .singleQuoted, .doubleQuoted])
        let blocks = Reading("- |\n  a\n- >\n  a\n").node
        #expect(blocks?.sequence?.map { $0.scalar?.style } == [.literal, .folded])
    }

    private func value(of text: String) -> YAMLValue? { Reading("a: \(text)").node?["a"]?.scalar?.value }
}
