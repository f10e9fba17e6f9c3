/// Follows the instructions of a thread that consume nothing, and notes captures on the way.
struct ThreadExplorer {
    private enum Pending {
        case explore(Int)
        case restore(slot: Int, value: Int)
    }

    /// A place in the text with what stands around it.
    struct Place {
        let offset: Int
        let before: Neighbour
        let after: Neighbour
    }

    private let program: Program
    /// The capture slots of the thread at hand.
    var slots: [Int]
    private var pending: [Pending] = []

    init(program: Program, slotCount: Int) {
        self.program = program
        slots = Array(repeating: -1, count: slotCount)
    }

    /// Adds the thread that stands at the instruction, and all that it leads to.
    mutating func explore(from start: Int, at place: Place, into list: inout ThreadList) {
        pending.append(.explore(start))
        while let item = pending.popLast() {
            switch item {
            case .restore(let slot, let value): slots[slot] = value
            case .explore(let index): if list.insert(index) { visit(index, at: place, into: &list) }
            }
        }
    }

    private mutating func visit(_ index: Int, at place: Place, into list: inout ThreadList) {
        switch program.instructions[index] {
        case .split(let first, let second):
            pending.append(.explore(second))
            pending.append(.explore(first))
        case .jump(let target):
            pending.append(.explore(target))
        case .assertion(let assertion):
            if assertion.holds(before: place.before, after: place.after) { pending.append(.explore(index + 1)) }
        case .save(let slot):
            pending.append(.restore(slot: slot, value: slots[slot]))
            slots[slot] = place.offset
            pending.append(.explore(index + 1))
        case .scalar, .match:
            list.storeSlots(of: index, from: slots)
        }
    }
}
