import Diagnostics
import Testing
import YAML

/// Comments that are probably none; they are warnings.
struct CommentTrapTests {
    @Test(arguments: [
        "get: /x ⟦#frag⟧", "a: team ⟦#ops⟧\nb: c", "- a ⟦#b c⟧", "a: ${x | join(\" ⟦#\")}⟧",
        "a: ${x | join(\" ⟦# \")}⟧", "a: ${x ⟦# y⟧",
        "a: length($.b) == 'x ⟦# y'⟧", "a: f(x ⟦# y)⟧", "a: b\n  c ⟦#d⟧",
    ])
    func cutText(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["W0104"], "\(text)")
        #expect(reading.diagnostics.first?.span == marked.spans.first)
        #expect(reading.node != nil)
    }

    @Test(arguments: ["channel: ⟦#ops⟧", "a:\n  - ⟦#ops⟧\n  - b", "a: ⟦#b⟧\nc: d", "a:\t⟦#b⟧"])
    func commentAsValue(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["W0105"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
    }

    @Test(arguments: [
        "a: b # c", "a: b  ## c", "a: 5 #five", "a: true #yes", "a: # b\n  c: d", "a: #b\n  c: d", "a: #b\n  - c",
        "a:\n  # b\n  c: d",
        "a: don't # do it", "a: b# c", "a: b#c", "a: \"b\" #c", "a: 'b' # c", "a: [b] #c", "a: # b", "a: #", "a: ##",
        "a: b #",
        "a: f(x) # y)", "a: it's (so # so", "a: |\n  b #c", "a: \"b #c\"", "#a: b\nc: d", "a: [\n  b, #c\n  d\n]",
        "a: ${b} # c",
        "a: *x # b", "rock 'n roll: 'n # x", "a: &x # b\n  c: d",
    ])
    func ordinaryComments(text: String) {
        #expect(!Reading(text).codes.contains { $0.hasPrefix("W") }, "\(text)")
    }

    @Test func textCannotGoOnBehindAComment() {
        let marked = MarkedText("a: x ⟦#c⟧\n  y\nb: z")
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0104"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
    }
}
