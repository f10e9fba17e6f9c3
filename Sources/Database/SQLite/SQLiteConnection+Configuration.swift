import CSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension SQLiteConnection {
    /// Sets the connection up; the first look into the file, which finds out that it is no database.
    func configure(busyTimeout: Duration, access: SQLiteDatabase.Access) throws(DatabaseError) {
        let milliseconds = busyTimeout / .milliseconds(1)
        sqlite3_busy_timeout(handle, CInt(min(max(milliseconds, 0), 86_400_000)))
        // A file may come from anyone: what its schema says must not run functions with side effects.
        try execute("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=OFF; PRAGMA synchronous=FULL")
        guard access != .readOnly else { return try execute("SELECT count(*) FROM sqlite_schema") }
        try writeAhead(until: ContinuousClock.now + busyTimeout)
    }

    /// Turns on WAL, which another program that is just opening the file can prevent without SQLite waiting for it.
    private func writeAhead(until deadline: ContinuousClock.Instant) throws(DatabaseError) {
        while true {
            do {
                return try execute("PRAGMA journal_mode=WAL")
            } catch {
                guard error.code == .busy, ContinuousClock.now < deadline else { throw error }
                usleep(10_000)
            }
        }
    }
}
