/// A set of instruction indices that keeps the order of insertion; emptying it costs nothing.
struct StateSet {
    private(set) var members: [Int] = []
    private var marks: [UInt32]
    private var generation: UInt32 = 1

    init(capacity: Int) {
        marks = Array(repeating: 0, count: capacity)
        members.reserveCapacity(min(capacity, 64))
    }

    /// Adds an index; false if it was in the set.
    mutating func insert(_ index: Int) -> Bool {
        guard marks[index] != generation else { return false }
        marks[index] = generation
        members.append(index)
        return true
    }

    mutating func removeAll() {
        members.removeAll(keepingCapacity: true)
        if generation == .max {
            for index in marks.indices { marks[index] = 0 }
            generation = 0
        }
        generation += 1
    }
}
