import IRegexp
import Testing

@Suite("Random patterns")
struct RandomPatternTests {
    /// Compares with a small backtracking matcher over short texts, which is slow but plainly right.
    @Test("The automaton, the captures and a plain matcher agree", arguments: 1...4 as ClosedRange<UInt64>)
    func agreement(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<150 {
            let tree = PlainPattern.random(depth: 3, using: &random)
            let expression = try IRegexp(tree.text)
            for _ in 0..<6 {
                let text = String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        "abc".randomElement(using: &random) ?? "a"
                    })
                let letters = Array(text)
                let whole = tree.ends(in: letters, from: 0).contains(letters.count)
                let starts = letters.indices.map { $0 } + [letters.count]
                let leftmost = starts.first { !tree.ends(in: letters, from: $0).isEmpty }
                #expect(expression.matches(text) == whole, "\(tree.text) on \(text)")
                #expect(expression.search(text) == (leftmost != nil), "\(tree.text) on \(text)")
                let match = expression.firstMatch(in: text)
                let start = match.map { text.distance(from: text.startIndex, to: $0.range.lowerBound) }
                #expect(start == leftmost, "\(tree.text) on \(text)")
                if let match, let start {
                    let end = text.distance(from: text.startIndex, to: match.range.upperBound)
                    #expect(tree.ends(in: letters, from: start).first == end, "\(tree.text) on \(text)")
                }
            }
        }
    }

    @Test("Mutated patterns are refused or compiled, never trapped on", arguments: 1...4 as ClosedRange<UInt64>)
    func mutation(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let seeds = [#"([a-z]+|\p{Lu}{2,3})*\.(?:x|y)?$"#, #"^[^\]\-a-z]\u00e9\x41{1,}\b"#, "((a|b)?c)+é😀"]
        let alphabet = Array(#"()[]{}^$*+?|\.,-0159pPLudDwsbxu:i😀é"# + "\n\0")
        var refused = 0
        for _ in 0..<2000 {
            var pattern = Array(seeds.randomElement(using: &random) ?? "")
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<max(pattern.count, 1), using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0 where index < pattern.count: pattern.remove(at: index)
                case 1: pattern.insert(alphabet.randomElement(using: &random) ?? "(", at: index)
                default:
                    if index < pattern.count { pattern[index] = alphabet.randomElement(using: &random) ?? ")" }
                }
            }
            let text = String(pattern)
            do throws(IRegexpError) {
                let expression = try IRegexp(text, dialect: .extended)
                let isFound = expression.search("abcABC.x😀é")
                #expect((expression.firstMatch(in: "abcABC.x😀é") != nil) == isFound, "\(text)")
            } catch {
                refused += 1
                #expect(0...text.utf8.count ~= error.offset, "\(text)")
            }
        }
        #expect(refused > 0)
    }
}
