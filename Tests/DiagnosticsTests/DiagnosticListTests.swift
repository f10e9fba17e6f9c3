import Diagnostics
import Testing

struct DiagnosticListTests {
    let code = DiagnosticCode(rawValue: "E0001")

    @Test func sortsByPlaceAndKeepsTheOrderAtOnePlace() {
        let main = SourceFile(name: "z.yaml", text: "abcdef")
        let included = SourceFile(name: "a.yaml", text: "abcdef")
        var list = DiagnosticList()
        list.error(code, "nowhere", at: nil)
        list.error(code, "late", at: SourceSpan(file: main, start: 4, end: 5))
        list.error(code, "other", at: SourceSpan(file: included, start: 0, end: 1))
        list.warning(code, "early", at: SourceSpan(file: main, start: 1, end: 2))
        list.error(code, "early too", at: SourceSpan(file: main, start: 1, end: 2))
        #expect(list.sorted().map(\.title) == ["early", "early too", "late", "other", "nowhere"])
    }

    @Test func warningsAreNotErrors() {
        var list = DiagnosticList()
        #expect(list.isEmpty)
        list.warning(code, "a", at: nil)
        #expect(!list.hasErrors)
        list.error(code, "b", at: nil)
        #expect(list.hasErrors)
        #expect(list.count == 2)
    }

    @Test func registryMergesAndFinds() {
        let first = DiagnosticRegistry([DiagnosticExplanation(code, "one", "Long one.")])
        let second = DiagnosticRegistry([
            DiagnosticExplanation(code, "two", ""),
            DiagnosticExplanation(DiagnosticCode(rawValue: "E0000"), "zero", ""),
        ])
        let merged = DiagnosticRegistry(merging: [first, second])
        #expect(merged.explanations.map(\.title) == ["zero", "one"])
        #expect(merged[code]?.explanation == "Long one.")
        #expect(merged[DiagnosticCode(rawValue: "E9999")] == nil)
    }
}
