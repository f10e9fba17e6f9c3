/// The scalars seen so far, grouped by the sets of the program that hold them.
///
/// Two scalars of one group, a *letter*, cannot be told apart by the program, so an automaton needs one column for
/// both.
struct Alphabet {
    /// What the program can tell about a letter.
    struct Letter: Hashable {
        /// A bit for each set of the program.
        let membership: [UInt64]
        let neighbour: Neighbour

        func isMember(of classIndex: Int) -> Bool {
            membership[classIndex >> 6] & (1 << UInt64(classIndex & 63)) != 0
        }
    }

    /// How many scalars beyond ASCII are remembered.
    private static let memoryLimit = 4096
    private static let unknown: UInt16 = .max

    private let program: Program
    private(set) var letters: [Letter] = []
    private var numbers: [Letter: Int] = [:]
    private var ascii = [UInt16](repeating: unknown, count: 128)
    private var others: [UInt32: UInt16] = [:]

    init(program: Program) {
        self.program = program
    }

    /// The number of a scalar's letter, or nil when there are too many letters to number.
    mutating func letter(of scalar: Unicode.Scalar) -> Int? {
        let value = Int(scalar.value)
        if value < 128 {
            let known = ascii[value]
            if known != Self.unknown { return Int(known) }
        } else if let known = others[scalar.value] {
            return Int(known)
        }
        return add(scalar)
    }

    private mutating func add(_ scalar: Unicode.Scalar) -> Int? {
        let letter = describe(scalar)
        let number: Int
        if let known = numbers[letter] {
            number = known
        } else {
            guard letters.count < LazyAutomaton.letterLimit else { return nil }
            number = letters.count
            letters.append(letter)
            numbers[letter] = number
        }
        if scalar.value < 128 {
            ascii[Int(scalar.value)] = UInt16(number)
        } else {
            if others.count >= Self.memoryLimit { others.removeAll(keepingCapacity: true) }
            others[scalar.value] = UInt16(number)
        }
        return number
    }

    private func describe(_ scalar: Unicode.Scalar) -> Letter {
        var membership = [UInt64](repeating: 0, count: (program.classes.count + 63) / 64)
        for (index, set) in program.classes.enumerated() where set.contains(scalar) {
            membership[index >> 6] |= 1 << UInt64(index & 63)
        }
        return Letter(membership: membership, neighbour: program.neighbour(scalar))
    }
}
