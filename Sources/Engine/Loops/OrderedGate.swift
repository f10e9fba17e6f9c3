/// Lets the items of a loop, which run side by side, put out their records in item order.
///
/// Only the head item may pass; the others wait with the one page that they hold. So memory depends on the
/// concurrency and the page size, and an item that is ahead does not ask for its next page meanwhile.
actor OrderedGate {
    private var head = 0
    private var finished: Set<Int> = []
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var isOpen = false

    /// Returns when it is the item's turn, or when the gate was opened for all.
    func waitForTurn(of item: Int) async {
        guard item > head, !isOpen else { return }
        await withCheckedContinuation { waiting[item] = $0 }
    }

    /// The item has nothing more to put out: the next one has its turn.
    func finish(_ item: Int) {
        finished.insert(item)
        while finished.remove(head) != nil { head += 1 }
        waiting.removeValue(forKey: head)?.resume()
    }

    /// Ends all waiting: the loop failed or was cancelled, and nothing is put out any more.
    func open() {
        isOpen = true
        for continuation in waiting.values { continuation.resume() }
        waiting.removeAll()
    }
}
