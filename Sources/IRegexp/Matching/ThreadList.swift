/// The threads of a Pike machine at one place in the text, in the order of preference.
struct ThreadList {
    private var occupied: StateSet
    /// The capture slots of each instruction's thread, one row after the other; offsets in UTF-8 bytes, or -1.
    private var slots: [Int]
    private let slotCount: Int

    /// The instructions that threads stand at.
    var members: [Int] { occupied.members }
    var isEmpty: Bool { occupied.members.isEmpty }

    init(instructionCount: Int, slotCount: Int) {
        occupied = StateSet(capacity: instructionCount)
        slots = Array(repeating: -1, count: slotCount * instructionCount)
        self.slotCount = slotCount
    }

    mutating func removeAll() {
        occupied.removeAll()
    }

    mutating func insert(_ index: Int) -> Bool {
        occupied.insert(index)
    }

    mutating func storeSlots(of index: Int, from values: [Int]) {
        let row = index * slotCount
        for slot in 0..<slotCount { slots[row + slot] = values[slot] }
    }

    func loadSlots(of index: Int, into values: inout [Int]) {
        let row = index * slotCount
        for slot in 0..<slotCount { values[slot] = slots[row + slot] }
    }
}
