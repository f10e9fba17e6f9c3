import Diagnostics
import Testing
import YAML

/// One pass finds what it can, and says nothing twice.
struct SeveralMistakesTests {
    @Test func readingGoesOnBehindMistakesThatCanBeMasked() {
        let marked = MarkedText(
            #"""
            calls:
              - {get: ⟦${env.A}/x⟧, query: {a: ⟦$.x[0]⟧, b: ⟦@⟧.y, c: ⟦${z | default("}")}⟧}}
              - post: ⟦`⟧x`
                re: "⟦\d⟧+⟦\w⟧"
                x: ⟦!foo⟧ 1
                ⟦x⟧: 2
              - ⟦*⟧.x
              - a: ⟦b: c⟧
            """#)
        let reading = Reading(marked.file)
        #expect(
            reading.codes == [
                "E0101", "E0102", "E0106", "E0101", "E0106", "E0108", "E0108", "E0031", "E0030", "E0107", "E0025",
            ])
        #expect(reading.diagnostics.map(\.span) == marked.spans)
        #expect(reading.node == nil)
    }

    @Test func findingsBeforeASyntaxErrorAreKept() {
        let reading = Reading("a: 1\na: 2\nb: !x y\nc: 'd")
        #expect(reading.codes == ["E0030", "E0031", "E0023"])
    }

    @Test func maskedKeysAreNotDuplicates() {
        #expect(Reading("{${a}: 1, ${b}: 2}").codes == ["E0101", "E0101"])
    }

    @Test func aConsequenceIsNotSaid() {
        #expect(Reading("a: *b c").codes == ["E0032"])
    }

    @Test func theNumberOfMistakesIsBounded() {
        let text = (0..<30_000).map { "- {a: ${b\($0)}}\n" }.joined()
        #expect(Reading(text).diagnostics.count == 21)
    }

    @Test func harmlessErrorsLeaveATree() {
        #expect(Reading("a: 1\na: 2\nb: !x 3").node?.outline == "{a: int 1, b: \"3\"}")
    }
}
