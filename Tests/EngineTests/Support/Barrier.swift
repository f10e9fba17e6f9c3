/// Lets nobody pass until so many have come, and then the last number first.
actor Barrier {
    private let count: Int
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

    init(count: Int) {
        self.count = count
    }

    func wait(_ number: Int) async {
        await withCheckedContinuation { continuation in
            waiting[number] = continuation
            guard waiting.count == count else { return }
            for number in waiting.keys.sorted(by: >) { waiting[number]?.resume() }
            waiting.removeAll()
        }
    }
}
