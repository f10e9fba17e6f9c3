import State

/// How far a call has come, as the state and the databases that it writes to tell it.
///
/// A database keeps the position in the transaction of the rows, so for what is in it its own word counts; for all else
/// (files, stdout, later calls) that of the state, which is written last. What is kept in fewer places than the call
/// writes to has to come again, so of several the least counts.
struct StartPosition {
    /// What the state has.
    var state: CallPosition?
    /// How often the state was set or reset by hand; what is of an earlier epoch does not count.
    var epoch = 0
    /// What each database has that the call, or a call that its records lead to, writes to.
    var databases: [CallPosition?] = []
    /// Whether all of that is in these databases.
    var isInDatabasesOnly = false

    /// The greatest epoch that any of them has; a new position has it too.
    var currentEpoch: Int {
        ([epoch, state?.epoch] + databases.map { $0?.epoch }).compactMap { $0 }.max() ?? 0
    }

    /// All that count.
    var all: [CallPosition] { ([state] + databases).compactMap(valid) }

    /// What the state has, if it counts.
    var ofState: CallPosition? { valid(state) }

    /// The least of what the databases have.
    ///
    /// - Parameter rank: compares positions; nil for those without an order.
    func ofDatabases(_ rank: (CallPosition) -> WatermarkValue?) -> CallPosition? {
        // Set by hand: the databases are of an earlier epoch, or nothing was ever run. One that has nothing although
        // something was run has lost its rows too.
        if let state = ofState, databases.allSatisfy({ valid($0) == nil }),
            state.fingerprint.isEmpty || !databases.contains(nil)
        {
            return state
        }
        return Self.least(databases.map(valid), rank)
    }

    /// Where the call goes on; nil for its beginning.
    func chosen(_ rank: (CallPosition) -> WatermarkValue?) -> CallPosition? {
        guard !databases.isEmpty else { return ofState }
        let ofDatabases = ofDatabases(rank)
        return isInDatabasesOnly ? ofDatabases : Self.least([ofState, ofDatabases], rank)
    }

    private func valid(_ position: CallPosition?) -> CallPosition? {
        guard let position, position.epoch >= currentEpoch else { return nil }
        return position
    }

    /// The least of several; one that is not there is the least of all.
    ///
    /// Tokens have no order; the first is the one that was written last, so it can only be behind.
    private static func least(
        _ positions: [CallPosition?], _ rank: (CallPosition) -> WatermarkValue?
    ) -> CallPosition? {
        var least: CallPosition?
        for (place, position) in positions.enumerated() {
            guard let position else { return nil }
            guard place > 0, let other = least else {
                least = position
                continue
            }
            guard let rank1 = rank(position), let rank2 = rank(other) else { continue }
            if rank1 < rank2 { least = position }
        }
        return least
    }
}
