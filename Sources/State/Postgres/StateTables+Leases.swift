import Database

/// Leases; each within a transaction.
extension StateTables {
    /// Locks the lease's row to the end of the transaction.
    ///
    /// It may have expired: as long as nobody has taken it over, nobody else works either.
    ///
    /// - Throws: `overtaken`.
    func hold(_ lease: Lease) throws(StateError) {
        let rows = try query(
            "SELECT 1 FROM errand_leases WHERE job = $1 AND holder = $2 AND token = $3 FOR UPDATE", values(lease))
        guard !rows.isEmpty else { throw .overtaken(job: lease.job) }
    }

    func acquire(lease job: String, holder: String, duration: Duration) throws(StateError) -> Lease? {
        try check(StateScope(job: job, call: ""), name: holder)
        let rows: [[DatabaseValue]]
        do {
            // With the clock in it a token is greater than the last one also where the table was lost. A holder that asks
            // again did not hear that it has the lease.
            rows = try query(
                """
                INSERT INTO errand_leases AS held (job, holder, token, expires_at) VALUES ($1, $2, \
                (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, \
                clock_timestamp() + $3::bigint * interval '1 millisecond') \
                ON CONFLICT (job) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at, \
                token = greatest(held.token + 1, excluded.token) \
                WHERE held.expires_at <= clock_timestamp() OR held.holder = excluded.holder RETURNING token
                """, [.text(job), .text(holder), .integer(Self.milliseconds(duration))])
        } catch {
            // The holder is just writing under it.
            guard error.code == .busy else { throw error }
            return nil
        }
        guard let token = rows.first?.first?.integer else { return nil }
        return Lease(job: job, holder: holder, token: token, duration: duration)
    }

    func renew(_ lease: Lease) throws(StateError) {
        try query(
            """
            UPDATE errand_leases SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond' \
            WHERE job = $1 AND holder = $2 AND token = $3
            """, values(lease) + [.integer(Self.milliseconds(lease.duration))])
        guard session.changes == 1 else { throw .overtaken(job: lease.job) }
    }

    func release(_ lease: Lease) throws(StateError) {
        // The row stays: it knows the token.
        try query(
            """
            UPDATE errand_leases SET holder = '', expires_at = clock_timestamp() \
            WHERE job = $1 AND holder = $2 AND token = $3
            """, values(lease))
    }

    func holder(ofLease job: String) throws(StateError) -> String? {
        try query(
            "SELECT holder FROM errand_leases WHERE job = $1 AND holder <> '' AND expires_at > clock_timestamp()",
            [.text(job)]
        ).first?.first?.text
    }

    private func values(_ lease: Lease) -> [DatabaseValue] {
        [.text(lease.job), .text(lease.holder), .integer(lease.token)]
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        Int64(min(max(duration / .milliseconds(1), 1), 86_400_000))
    }
}
