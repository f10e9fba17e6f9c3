import Database
import JSON

extension StateTables {
    func position(_ scope: StateScope) throws(StateError) -> CallPosition? {
        let rows = try query(
            "SELECT value FROM errand_state_positions WHERE job = $1 AND call = $2 AND key = $3", values(scope))
        guard let row = rows.first else { return nil }
        return try position(row[0], of: scope)
    }

    func positions(job: String?) throws(StateError) -> [KeptPosition] {
        let rows = try query(
            """
            SELECT job, call, key, value, updated_at FROM errand_state_positions\(job == nil ? "" : " WHERE job = $1") \
            ORDER BY job, call, key
            """, job.map { [.text($0)] } ?? [])
        var positions: [KeptPosition] = []
        for row in rows {
            let scope = StateScope(job: row[0].text ?? "", call: row[1].text ?? "", key: row[2].text ?? "")
            positions.append(
                KeptPosition(
                    scope: scope, position: try position(row[3], of: scope), updatedAt: row[4].text ?? ""))
        }
        return positions
    }

    private func position(_ column: DatabaseValue, of scope: StateScope) throws(StateError) -> CallPosition {
        guard let position = CallPosition(json: try value(column, of: scope)) else { throw damaged(scope) }
        return position
    }

    func setPosition(_ position: CallPosition, of scope: StateScope) throws(StateError) {
        try check(scope)
        try query(
            """
            INSERT INTO errand_state_positions (job, call, key, value, updated_at) VALUES ($1, $2, $3, $4, $5) \
            ON CONFLICT (job, call, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
            """, values(scope) + [try text(position.json, of: scope), now])
    }

    func removePosition(_ scope: StateScope) throws(StateError) {
        try query("DELETE FROM errand_state_positions WHERE job = $1 AND call = $2 AND key = $3", values(scope))
    }

    func epoch(_ scope: StateScope) throws(StateError) -> Int {
        max(try raisedEpoch(scope), try position(scope)?.epoch ?? 0)
    }

    /// The sum of what was raised for the job, the call and the key; a position may be ahead of it.
    private func raisedEpoch(_ scope: StateScope) throws(StateError) -> Int {
        let rows = try query(
            """
            SELECT CAST(coalesce(sum(epoch), 0) AS \(dialect.integer)) FROM errand_epochs WHERE job = $1 AND \
            (call = '' AND key = '' OR call = $2 AND (key = '' OR key = $3))
            """, values(scope))
        return rows.first?.first?.integer.map { Int($0) } ?? 0
    }

    /// Raises the epoch of a job, call or key above that of each of its positions.
    func raiseEpoch(_ scope: StateScope) throws(StateError) {
        try check(scope)
        // Also of what cannot be read any more: this is how it is forgotten.
        let rows = try query("SELECT call, key, value FROM errand_state_positions WHERE job = $1", [.text(scope.job)])
        let reached =
            rows.filter { row in
                scope.call.isEmpty || row[0].text == scope.call && (scope.key.isEmpty || row[1].text == scope.key)
            }.compactMap { row in
                row[2].bytes.flatMap { try? JSONValue(parsing: $0) }.flatMap { CallPosition(json: $0) }?.epoch
            }.max() ?? 0
        let raised = try raisedEpoch(scope)
        let missing = max(0, reached - raised) + 1
        try query(
            """
            INSERT INTO errand_epochs (job, call, key, epoch) VALUES ($1, $2, $3, $4) \
            ON CONFLICT (job, call, key) DO UPDATE SET epoch = errand_epochs.epoch + excluded.epoch
            """, values(scope) + [.integer(Int64(missing))])
    }
}
