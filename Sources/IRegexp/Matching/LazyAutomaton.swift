/// A deterministic automaton that is built as far as texts lead through it.
///
/// A state is a set of instructions together with what stands before the place; assertions are settled when the next
/// scalar is known. The memory is bounded: when it is used up, the states are forgotten and built anew.
struct LazyAutomaton {
    /// Whether a program has to match the whole text or any part of it.
    enum Mode: Sendable {
        case whole
        case search
    }

    /// How many letters the alphabet may have.
    static let letterLimit = 256
    /// How many transitions and members of states are kept.
    private static let memoryLimit = 1 << 19

    private struct State: Hashable {
        let members: [Int]
        let before: Neighbour
    }

    private enum Outcome {
        static let unknown: Int32 = -1
        static let dead: Int32 = -2
        static let matched: Int32 = -3
    }

    private let program: Program
    private let mode: Mode
    private var alphabet: Alphabet
    private var states: [State] = []
    private var numbers: [State: Int32] = [:]
    private var memory = 0
    /// A row for each state, a column for each letter and, at column 0, the end of the text.
    private var transitions: [Int32] = []
    private var columns = 16
    private var closure: StateSet
    private var pending: [Int] = []

    init(program: Program, mode: Mode) {
        self.program = program
        self.mode = mode
        alphabet = Alphabet(program: program)
        closure = StateSet(capacity: program.instructions.count)
    }

    /// Whether the text is accepted, or nil when the text has too many kinds of letters for an automaton.
    mutating func accepts(_ text: String) -> Bool? {
        var state = number(of: State(members: [0], before: .edge))
        for scalar in text.unicodeScalars {
            guard let letter = alphabet.letter(of: scalar) else { return nil }
            if letter + 1 >= columns { state = widen(keeping: state) }
            var next = transitions[Int(state) * columns + letter + 1]
            if next == Outcome.unknown { next = addTransition(from: state, on: letter) }
            if next < 0 { return next == Outcome.matched }
            state = next
        }
        var last = transitions[Int(state) * columns]
        if last == Outcome.unknown { last = addTransition(from: state, on: nil) }
        return last == Outcome.matched
    }

    private mutating func addTransition(from state: Int32, on letter: Int?) -> Int32 {
        let row = Int(state) * columns + (letter ?? -1) + 1
        let source = states[Int(state)]
        let after = letter.map { alphabet.letters[$0].neighbour } ?? .edge
        let matched = close(source, after: after)
        let outcome: Int32
        if matched && (mode == .search || letter == nil) {
            outcome = Outcome.matched
        } else if let letter, let next = step(on: alphabet.letters[letter]) {
            let count = states.count
            outcome = number(of: next)
            // The row of the source is gone if the states had to be forgotten on the way.
            if states.count < count { return outcome }
        } else {
            outcome = Outcome.dead
        }
        transitions[row] = outcome
        return outcome
    }

    /// Follows everything that consumes nothing; whether a match is reached.
    private mutating func close(_ state: State, after: Neighbour) -> Bool {
        closure.removeAll()
        var matched = false
        pending.append(contentsOf: state.members)
        while let index = pending.popLast() {
            guard closure.insert(index) else { continue }
            switch program.instructions[index] {
            case .scalar: break
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .jump(let target): pending.append(target)
            case .assertion(let assertion):
                if assertion.holds(before: state.before, after: after) { pending.append(index + 1) }
            case .save: pending.append(index + 1)
            case .match: matched = true
            }
        }
        return matched
    }

    /// The state after the letter, or nil when no match can follow.
    private func step(on letter: Alphabet.Letter) -> State? {
        var members: [Int] = mode == .search ? [0] : []
        for index in closure.members {
            if case .scalar(let classIndex) = program.instructions[index], letter.isMember(of: classIndex) {
                members.append(index + 1)
            }
        }
        guard !members.isEmpty else { return nil }
        members.sort()
        return State(members: members, before: letter.neighbour)
    }

    private mutating func number(of state: State) -> Int32 {
        if let number = numbers[state] { return number }
        let cost = columns + state.members.count
        if memory + cost > Self.memoryLimit { forget() }
        memory += cost
        let number = Int32(states.count)
        states.append(state)
        numbers[state] = number
        transitions.append(contentsOf: repeatElement(Outcome.unknown, count: columns))
        return number
    }

    private mutating func forget() {
        states.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        transitions.removeAll(keepingCapacity: true)
        memory = 0
    }

    /// Makes room for more letters.
    private mutating func widen(keeping state: Int32) -> Int32 {
        let kept = states[Int(state)]
        forget()
        columns *= 2
        return number(of: kept)
    }
}
