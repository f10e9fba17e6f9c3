import Diagnostics
import Testing
import YAML

struct MergeTests {
    @Test(arguments: [
        ("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3", "{+l: int 2, k: int 3}"),
        ("a: &x {k: 1, l: 2}\nb:\n  k: 3\n  <<: *x", "{k: int 3, +l: int 2}"),
        ("a: &x {k: 1}\nc: &y {k: 2, m: 3}\nb: {<<: [*x, *y], n: 4}", "{+k: int 1, +m: int 3, n: int 4}"),
        ("b: {<<: {k: 1}, l: 2}", "{+k: int 1, l: int 2}"), ("b: {<<: []}", "{}"),
        ("a: &x {<<: {k: 1}}\nb: {<<: *x}", "{+k: int 1}"), ("b: {\"<<\": 1}", "{<<: int 1}"),
    ])
    func merges(text: String, outline: String) {
        let reading = Reading(text)
        #expect(reading.node?["b"]?.outline == outline)
        #expect(reading.codes.isEmpty)
    }

    @Test func mergedEntriesStandWhereTheyAreWritten() throws {
        let marked = MarkedText("a: &x {⟦k⟧: ⟦1⟧}\nb:\n  <<: *x\n")
        let entry = try #require(Reading(marked.file).node?["b"]?.mapping?.first)
        #expect([entry.key.span, entry.value.span] == marked.spans)
    }

    @Test(arguments: ["<<: ⟦1⟧", "<<:⟦⟧\na: 1", "a: &x 1\n<<: ⟦*x⟧", "<<: [{a: 1}, ⟦b⟧]"])
    func onlyMappings(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0034"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
    }

    @Test func twice() {
        let reading = Reading("a: &x {k: 1}\nb:\n  <<: *x\n  <<: *x")
        #expect(reading.codes == ["E0030"])
        #expect(reading.diagnostics.first?.notes.first?.contains("[*first, *second]") == true)
    }
}
