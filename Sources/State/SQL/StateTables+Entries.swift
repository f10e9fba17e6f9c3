import Database
import JSON

extension StateTables {
    func entry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(StateError) -> JSONValue? {
        let rows = try query(
            "SELECT value FROM errand_entries WHERE job = $1 AND call = $2 AND key = $3 AND kind = $4 AND name = $5",
            values(scope) + [.text(kind.rawValue), .text(name)])
        guard let row = rows.first else { return nil }
        return try value(row[0], of: scope)
    }

    func entries(job: String, _ kind: EntryKind) throws(StateError) -> [StateEntry] {
        let rows = try query(
            """
            SELECT call, key, name, value, updated_at FROM errand_entries WHERE job = $1 AND kind = $2 \
            ORDER BY call, key, name
            """, [.text(job), .text(kind.rawValue)])
        var entries: [StateEntry] = []
        for row in rows {
            let scope = StateScope(job: job, call: row[0].text ?? "", key: row[1].text ?? "")
            entries.append(
                StateEntry(
                    scope: scope, kind: kind, name: row[2].text ?? "", value: try value(row[3], of: scope),
                    updatedAt: row[4].text ?? ""))
        }
        return entries
    }

    func setEntry(
        _ scope: StateScope, _ kind: EntryKind, name: String, value: JSONValue
    ) throws(StateError) {
        try check(scope, name: name)
        try query(
            """
            INSERT INTO errand_entries (job, call, key, kind, name, value, updated_at) \
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (job, kind, call, key, name) \
            DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
            """, values(scope) + [.text(kind.rawValue), .text(name), try text(value, of: scope), now])
    }

    func removeEntry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(StateError) {
        try query(
            "DELETE FROM errand_entries WHERE job = $1 AND call = $2 AND key = $3 AND kind = $4 AND name = $5",
            values(scope) + [.text(kind.rawValue), .text(name)])
    }

    /// Forgets the entries of a job that are too many or too old.
    func pruneEntries(job: String) throws(StateError) {
        try query(
            """
            DELETE FROM errand_entries WHERE job = $1 AND kind = $2 AND updated_at < (SELECT updated_at \
            FROM errand_entries WHERE job = $1 AND kind = $2 ORDER BY updated_at DESC LIMIT 1 OFFSET \
            \(StateLimits.validators - 1))
            """, [.text(job), .text(EntryKind.validators.rawValue)])
        let oldest = Instant.now - .seconds(86_400 * StateLimits.idempotencyDays)
        try query(
            "DELETE FROM errand_entries WHERE job = $1 AND kind = $2 AND updated_at < $3",
            [.text(job), .text(EntryKind.idempotency.rawValue), .text(oldest.timestamp)])
    }
}
