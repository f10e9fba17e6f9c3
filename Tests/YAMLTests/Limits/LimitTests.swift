import Diagnostics
import Testing
import YAML

struct LimitTests {
    @Test func size() {
        let fits = "a: \"" + String(repeating: "x", count: (1 << 20) - 5) + "\""
        #expect(Reading(fits).node != nil)
        #expect(Reading(fits + " ").codes == ["E0010"])
        #expect(Reading(fits + " ").node == nil)
    }

    @Test(arguments: [("[", "]"), ("{a: ", "}")])
    func depth(open: String, close: String) {
        let fits = String(repeating: open, count: 64) + "1" + String(repeating: close, count: 64)
        #expect(Reading(fits).codes.isEmpty)
        #expect(Reading("[\(fits)]").codes == ["E0015"])
        #expect(Reading("[\(fits)]").node == nil)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000),
        String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
        String(repeating: "{a: ", count: 100_000), String(repeating: "{", count: 100_000),
        String(repeating: "[\n", count: 100_000),
        String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func deepNestingEndsAtOnce(text: String) {
        #expect(Reading(text).codes == ["E0015"])
    }

    @Test func depthCountsThroughAliases() {
        func chain(_ count: Int) -> String {
            "a0: &a0 [x]\n" + (1..<count).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
        }
        #expect(Reading(chain(63)).codes.isEmpty)
        #expect(Reading(chain(64)).codes == ["E0015"])
        #expect(Reading(chain(5000)).codes == ["E0015"])
    }

    @Test func mergingDoesNotNest() {
        let text = "a0: &a0 {k0: 1}\n" + (1..<150).map { "a\($0): &a\($0) {<<: *a\($0 - 1), k\($0): 1}\n" }.joined()
        #expect(Reading(text).codes.isEmpty)
        #expect(Reading(text).node?["a149"]?.mapping?.count == 150)
    }

    @Test func nodes() {
        func list(_ count: Int) -> String { "[" + String(repeating: "1,", count: count) + "]" }
        #expect(Reading(list(99_999)).node?.sequence?.count == 99_999)
        #expect(Reading(list(100_000)).codes == ["E0016"])
    }

    @Test func billionLaughs() {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1..<30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(Reading(text).codes == ["E0016"])
        #expect(Reading(text).node == nil)
    }

    @Test func manyDirectives() {
        #expect(Reading(String(repeating: "%TAG !a! x\n", count: 90_000)).codes == ["E0017"])
        let second = "a\n---\n" + (0..<50_000).map { "%TAG !a\($0)! x\n" }.joined()
        #expect(Reading(second).codes == ["E0014"])
    }

    @Test func manyAnchorsAndUnknownAliases() {
        let text = (0..<20_000).map { "- &a\($0) x\n- *b\($0)\n" }.joined()
        #expect(Reading(text).diagnostics.count == 20_000)
    }
}
