/// A compiled pattern.
struct Program: Sendable {
    let instructions: [Instruction]
    /// The distinct sets that the instructions refer to.
    let classes: [ScalarClass]
    let groupCount: Int
    /// Whether an assertion looks at words.
    let looksAtWords: Bool
    /// Whether an assertion looks at line breaks.
    let looksAtLines: Bool

    init(instructions: [Instruction], classes: [ScalarClass], groupCount: Int) {
        self.instructions = instructions
        self.classes = classes
        self.groupCount = groupCount
        var words = false
        var lines = false
        for case .assertion(let assertion) in instructions {
            switch assertion {
            case .wordBoundary, .noWordBoundary: words = true
            case .lineStart, .lineEnd: lines = true
            case .textStart, .textEnd: break
            }
        }
        looksAtWords = words
        looksAtLines = lines
    }

    /// What a scalar is as a neighbour, as far as this program can tell: the coarser, the fewer states.
    func neighbour(_ scalar: Unicode.Scalar) -> Neighbour {
        switch Neighbour(scalar) {
        case .word where looksAtWords: .word
        case .lineBreak where looksAtLines: .lineBreak
        default: .other
        }
    }
}
