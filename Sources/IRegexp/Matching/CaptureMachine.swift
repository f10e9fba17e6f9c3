/// A Pike machine: all ways through a program side by side, in the order of preference, with their captures.
struct CaptureMachine {
    private struct Found {
        let end: Int
        let slots: [Int]
    }

    private let program: Program
    private let slotCount: Int
    private var current: ThreadList
    private var next: ThreadList
    private var explorer: ThreadExplorer

    init(program: Program) {
        self.program = program
        // The last slot is where the match begins.
        slotCount = program.groupCount * 2 + 1
        current = ThreadList(instructionCount: program.instructions.count, slotCount: slotCount)
        next = current
        explorer = ThreadExplorer(program: program, slotCount: slotCount)
    }

    /// The leftmost match, with captures.
    mutating func firstMatch(in text: String) -> IRegexpMatch? {
        guard let found = run(text, mode: .search) else { return nil }
        let utf8 = text.utf8
        func range(_ start: Int, _ end: Int) -> Range<String.Index> {
            let lower = utf8.index(utf8.startIndex, offsetBy: start)
            return lower..<utf8.index(lower, offsetBy: end - start)
        }
        var captures: [Range<String.Index>?] = []
        for group in 0..<program.groupCount {
            let (lower, upper) = (found.slots[group * 2], found.slots[group * 2 + 1])
            captures.append(lower >= 0 && upper >= lower ? range(lower, upper) : nil)
        }
        return IRegexpMatch(range: range(found.slots[slotCount - 1], found.end), captures: captures)
    }

    /// Whether the text is accepted.
    mutating func accepts(_ text: String, mode: LazyAutomaton.Mode) -> Bool {
        run(text, mode: mode) != nil
    }

    private mutating func run(_ text: String, mode: LazyAutomaton.Mode) -> Found? {
        var best: Found?
        var before = Neighbour.edge
        var offset = 0
        var scalars = text.unicodeScalars.makeIterator()
        var scalar = scalars.next()
        current.removeAll()
        while true {
            let after = scalar.map(program.neighbour) ?? .edge
            if best == nil, mode == .search || offset == 0 {
                for slot in 0..<slotCount { explorer.slots[slot] = -1 }
                explorer.slots[slotCount - 1] = offset
                let place = ThreadExplorer.Place(offset: offset, before: before, after: after)
                explorer.explore(from: 0, at: place, into: &current)
            }
            // Assertions need the scalar after the place, so this reads one ahead.
            let following = scalar == nil ? nil : scalars.next()
            let width = scalar.map { UTF8.width($0) } ?? 0
            let place = ThreadExplorer.Place(
                offset: offset + width, before: after, after: following.map(program.neighbour) ?? .edge)
            if let end = step(over: scalar, to: place, mode: mode) {
                best = Found(end: offset, slots: end)
            }
            guard scalar != nil, !next.isEmpty || (best == nil && mode == .search) else { return best }
            swap(&current, &next)
            before = after
            offset += width
            scalar = following
        }
    }

    /// Moves all threads over a scalar; the captures of a thread that matched before it.
    private mutating func step(
        over scalar: Unicode.Scalar?, to place: ThreadExplorer.Place, mode: LazyAutomaton.Mode
    ) -> [Int]? {
        next.removeAll()
        for index in current.members {
            switch program.instructions[index] {
            case .scalar(let classIndex):
                guard let scalar, program.classes[classIndex].contains(scalar) else { continue }
                current.loadSlots(of: index, into: &explorer.slots)
                explorer.explore(from: index + 1, at: place, into: &next)
            case .match:
                guard mode == .search || scalar == nil else { continue }
                current.loadSlots(of: index, into: &explorer.slots)
                // The threads after this one are less preferred.
                return explorer.slots
            case .split, .jump, .assertion, .save:
                continue
            }
        }
        return nil
    }
}
