/// Turns a parsed pattern into a program.
struct ProgramCompiler {
    /// How many instructions a program may have.
    static let instructionLimit = 10_000
    /// How many capture slots times instructions a program may have: what bounds the memory of a match.
    static let slotLimit = 1_000_000

    private var instructions: [Instruction] = []
    private var classes: [ScalarClass] = []
    private var classIndices: [ScalarClass: Int] = [:]
    /// Counts nodes, since a repetition of something empty adds none of the instructions that are counted.
    private var work = 0

    static func compile(_ syntax: SyntaxNode, groupCount: Int) throws(IRegexpError) -> Program {
        var compiler = ProgramCompiler()
        try compiler.emit(syntax)
        try compiler.append(.match)
        guard compiler.instructions.count * 2 * (groupCount + 1) <= slotLimit else { throw tooLarge }
        return Program(
            instructions: compiler.instructions, classes: compiler.classes, groupCount: groupCount)
    }

    private static let tooLarge = IRegexpError(
        message: "the pattern is too large: repetitions count for as often as they repeat", offset: 0)

    private mutating func append(_ instruction: Instruction) throws(IRegexpError) {
        guard instructions.count < Self.instructionLimit else { throw Self.tooLarge }
        instructions.append(instruction)
    }

    private mutating func emit(_ node: SyntaxNode) throws(IRegexpError) {
        work += 1
        guard work <= Self.instructionLimit * 2 else { throw Self.tooLarge }
        switch node {
        case .empty:
            break
        case .scalar(let set):
            try append(.scalar(classIndex: index(of: set)))
        case .assertion(let assertion):
            try append(.assertion(assertion))
        case .sequence(let nodes):
            for node in nodes { try emit(node) }
        case .alternatives(let nodes):
            try emitAlternatives(nodes)
        case .repetition(let node, let minimum, let maximum, let isGreedy):
            try emitRepetition(of: node, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
        case .capture(let node, let number):
            try append(.save(slot: (number - 1) * 2))
            try emit(node)
            try append(.save(slot: (number - 1) * 2 + 1))
        }
    }

    private mutating func index(of set: ScalarClass) -> Int {
        if let index = classIndices[set] { return index }
        let index = classes.count
        classes.append(set)
        classIndices[set] = index
        return index
    }

    private mutating func emitAlternatives(_ nodes: [SyntaxNode]) throws(IRegexpError) {
        var jumps: [Int] = []
        for (position, node) in nodes.enumerated() {
            guard position < nodes.count - 1 else {
                try emit(node)
                break
            }
            let split = instructions.count
            try append(.split(split + 1, 0))
            try emit(node)
            jumps.append(instructions.count)
            try append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func emitRepetition(of node: SyntaxNode, minimum: Int, maximum: Int?, isGreedy: Bool)
        throws(IRegexpError)
    {
        for _ in 0..<minimum { try emit(node) }
        guard let maximum else {
            try emitLoop(node, isGreedy: isGreedy)
            return
        }
        var splits: [Int] = []
        for _ in minimum..<maximum {
            splits.append(instructions.count)
            try append(.split(0, 0))
            try emit(node)
        }
        for split in splits { setSplit(split, body: split + 1, exit: instructions.count, isGreedy: isGreedy) }
    }

    private mutating func emitLoop(_ node: SyntaxNode, isGreedy: Bool) throws(IRegexpError) {
        let split = instructions.count
        try append(.split(0, 0))
        try emit(node)
        try append(.jump(split))
        setSplit(split, body: split + 1, exit: instructions.count, isGreedy: isGreedy)
    }

    private mutating func setSplit(_ split: Int, body: Int, exit: Int, isGreedy: Bool) {
        instructions[split] = isGreedy ? .split(body, exit) : .split(exit, body)
    }
}
