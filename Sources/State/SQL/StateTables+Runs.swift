import Database

extension StateTables {
    private static let columns = "id, job, started_at, ended_at, outcome, exit_code, records, failure"

    /// Notes that a run has begun, within a transaction.
    func begin(run: RunRecord) throws(StateError) {
        try check(StateScope(job: run.job, call: ""), name: run.id)
        // Only one run of a job goes on at a time: whoever begins has the lock.
        try query(
            "UPDATE errand_runs SET outcome = $1 WHERE job = $2 AND outcome IS NULL AND id <> $3",
            [.text(RunRecord.died), .text(run.job), .text(run.id)])
        try keep(run)
        try query(
            """
            DELETE FROM errand_runs WHERE job = $1 AND id NOT IN (SELECT id FROM errand_runs WHERE job = $1 \
            ORDER BY started_at DESC, id DESC LIMIT \(StateLimits.runs))
            """, [.text(run.job)])
        try pruneEntries(job: run.job)
    }

    /// Keeps a run, in place of what is kept of it.
    func keep(_ run: RunRecord) throws(StateError) {
        func text(_ text: String?) -> DatabaseValue { text.map { .text($0) } ?? .null }
        try query(
            """
            INSERT INTO errand_runs (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
            ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, outcome = excluded.outcome, \
            exit_code = excluded.exit_code, records = excluded.records, failure = excluded.failure
            """,
            [
                .text(run.id), .text(run.job), .text(run.startedAt), text(run.endedAt), text(run.outcome),
                run.exitCode.map { .integer(Int64($0)) } ?? .null, .integer(Int64(run.records)),
                text(run.failure.map(Self.shortened)),
            ])
    }

    func history(job: String?, limit: Int) throws(StateError) -> [RunRecord] {
        let rows = try query(
            """
            SELECT \(Self.columns) FROM errand_runs\(job == nil ? "" : " WHERE job = $1") \
            ORDER BY started_at DESC, id DESC LIMIT \(max(0, limit))
            """, job.map { [.text($0)] } ?? [])
        return rows.map { row in
            RunRecord(
                id: row[0].text ?? "", job: row[1].text ?? "", startedAt: row[2].text ?? "", endedAt: row[3].text,
                outcome: row[4].text, exitCode: row[5].integer.map { Int($0) },
                records: row[6].integer.map { Int($0) } ?? 0, failure: row[7].text)
        }
    }

    /// One line, not too long.
    private static func shortened(_ text: String) -> String {
        // PostgreSQL keeps no NUL, and a line of the history is one line.
        let line = String(text.map { $0.isNewline || $0 == "\0" ? " " : $0 })
        guard line.utf8.count > StateLimits.failure else { return line }
        var bytes = Array(line.utf8.prefix(StateLimits.failure))
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self) + "…"
    }
}
