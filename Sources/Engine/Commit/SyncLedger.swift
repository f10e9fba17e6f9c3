import State

/// What of a call or item is not yet committed, and by what its records are known again.
struct SyncLedger {
    /// Which of the records that come have been written before, for outputs that are only added to.
    struct Filter {
        /// Where the hashes are kept.
        var scope: StateScope
        /// What is less was asked for only because requests are not exact; nil on the first run.
        var floor: Int64?
        /// Whether hashes are kept at all by now.
        var hasHashes: Bool
    }

    /// The most hashes that wait for a commit.
    static let limit = 1_000_000

    /// For files, stdout, and what later calls write there.
    var files: Filter?
    /// For tables.
    var tables: Filter?
    /// For what later calls loop over.
    var fed: Filter? { files ?? tables }
    /// The databases that keep the position: the name of an output in each.
    var databases: [String] = []
    /// Records that are written, and not committed.
    var pending: [SeenMark] = []
    /// Hashes of a window before that is not committed, which the next one may bring again.
    var edge: Set<RecordHash> = []
    /// What is to be kept with the next commit; nil for no change.
    var position: CallPosition?
    /// What was kept last, in this run.
    private var kept: CallPosition?
    /// From which mark on hashes are kept.
    var boundary: Int64?
    /// Whether what was kept before is to be forgotten: the call began anew.
    var isFresh = false
    /// Whether nothing more comes of it.
    var isDone = false
    private var prunedAt = 0

    init() {}

    /// Notes records that were written; those that the next run cannot meet again are left out.
    mutating func note(_ marks: [SeenMark], boundary: Int64?) {
        self.boundary = boundary
        pending += marks
        guard pending.count > 2 * prunedAt + 4096 else { return }
        prune()
        prunedAt = pending.count
    }

    /// Notes how far the call has come; what is kept already is not kept again, nor are the hashes beside it replaced,
    /// unless more records of the same watermark have come.
    mutating func advance(to position: CallPosition?, boundary: Int64?) {
        self.position = position == kept && pending.isEmpty ? nil : position
        if let boundary { self.boundary = boundary }
    }

    /// Leaves out what is before the boundary.
    mutating func prune() {
        guard let boundary else { return }
        pending.removeAll { $0.mark < boundary }
    }

    /// The changes that keep all of it, for a commit.
    func changes(scope: StateScope) -> [StateChange] {
        var changes: [StateChange] = []
        if let position { changes.append(.setPosition(scope, position)) }
        guard !pending.isEmpty || position != nil else { return [] }
        for filter in [files, tables].compactMap({ $0 }) {
            if isFresh { changes.append(.dropSeen(filter.scope, below: .max)) }
            if !pending.isEmpty {
                changes.append(.addSeen(filter.scope, pending.map { SeenRecord(hash: $0.hash.bytes, mark: $0.mark) }))
            }
            if let boundary { changes.append(.dropSeen(filter.scope, below: boundary)) }
        }
        return changes
    }

    /// Everything is committed.
    mutating func settle() {
        edge.removeAll()
        pending.removeAll()
        prunedAt = 0
        kept = position ?? kept
        position = nil
        isFresh = false
        files?.hasHashes = true
        tables?.hasHashes = true
    }
}
