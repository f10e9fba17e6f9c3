import Diagnostics
import Testing
import YAML

struct DocumentTests {
    @Test(arguments: ["", " \n  \n", "# c\n", "---\n", "--- # c\n...\n", "\u{FEFF}", "%YAML 1.2\n---\n"])
    func empty(text: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["E0013"])
        #expect(reading.node == nil)
    }

    @Test(arguments: ["null", "~", "\"\"", "a"])
    func scalarDocumentsAreDocuments(text: String) {
        #expect(Reading(text).node?.scalar != nil)
        #expect(Reading(text).codes.isEmpty)
    }

    @Test(arguments: ["a: 1\n⟦---⟧\nb: 2", "a: 1\n...\n⟦---⟧\n", "---\n⟦---⟧\na: 1", "[a]\n⟦---⟧ b"])
    func several(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0014"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.node == nil)
    }

    @Test(arguments: ["a: 1\n...\n# c\n", "---\na: 1\n", "%YAML 1.2\n---\na: 1", "--- {a: 1}\n...\n...\n"])
    func markersAndDirectives(text: String) {
        #expect(Reading(text).node?.outline == "{a: int 1}")
        #expect(Reading(text).codes.isEmpty)
    }

    @Test func olderVersionIsReadAsThisOne() {
        let reading = Reading("%YAML 1.1\n---\na: no")
        #expect(reading.codes == ["W0017"])
        #expect(reading.node?.outline == "{a: \"no\"}")
    }

    @Test(arguments: ["%YAML 3.0\n---\na: 1", "%YAML x\n---\na: 1", "%YAML 1.2\na: 1", "%TAG !e! tag:x\n---\na: 1"])
    func badDirectives(text: String) {
        #expect(Reading(text).codes == ["E0017"])
    }
}
