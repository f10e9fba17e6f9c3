import Database

extension StateTables {
    /// Makes changes, within a transaction.
    func make(_ changes: [StateChange]) throws(StateError) {
        for change in changes {
            switch change {
            case .setPosition(let scope, let position): try setPosition(position, of: scope)
            case .removePosition(let scope): try removePosition(scope)
            case .setEntry(let scope, let kind, let name, let value):
                try setEntry(scope, kind, name: name, value: value)
            case .removeEntry(let scope, let kind, let name): try removeEntry(scope, kind, name: name)
            case .addSeen(let scope, let records): try addSeen(scope, records)
            case .dropSeen(let scope, let mark): try dropSeen(scope, below: mark)
            }
        }
    }

    /// Forgets a job or a call of it, within a transaction.
    func reset(job: String, call: String?) throws(StateError) -> Int {
        try raiseEpoch(StateScope(job: job, call: call ?? ""))
        var count = 0
        for table in ["errand_state_positions", "errand_entries", "errand_seen"] {
            try query(
                "DELETE FROM \(table) WHERE job = $1\(call == nil ? "" : " AND call = $2")",
                [.text(job)] + (call.map { [.text($0)] } ?? []))
            count += session.changes
        }
        return count
    }

    /// Sets a position by hand, within a transaction.
    func set(_ position: CallPosition, for scope: StateScope) throws(StateError) {
        try raiseEpoch(scope)
        var position = position
        position.epoch = try epoch(scope)
        try setPosition(position, of: scope)
    }

    /// The jobs of which something is kept.
    func jobs() throws(StateError) -> [String] {
        try query(
            """
            SELECT job FROM errand_state_positions UNION SELECT job FROM errand_entries UNION \
            SELECT job FROM errand_runs ORDER BY 1
            """
        ).compactMap { $0.first?.text }
    }
}
