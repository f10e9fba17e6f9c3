import HTTP

extension FileLock {
    /// How a wait ended.
    enum Wait<Found> {
        /// With the lock.
        case locked(FileLock)
        /// With what was waited for.
        case found(Found)
        /// With neither.
        case tooLong
        /// The caller was cancelled.
        case cancelled
        /// There can be no lock.
        case failed(SystemError)
    }

    private static let shortest = Duration.milliseconds(5)
    private static let longest = Duration.milliseconds(100)
    /// How often a lock file may be unreadable before it counts as broken: it is so for a moment when it is made.
    private static let attempts = 5

    /// Waits for a lock, and for what its owner will leave, without holding up a thread.
    ///
    /// It looks again and again: the lock itself can only be waited for by a thread, and without an end.
    ///
    /// - Parameters:
    ///   - limit: how long it waits at most.
    ///   - found: looks for what makes the lock unnecessary, after each attempt to get the lock.
    static func wait<Found>(
        for name: String, in folder: OpenFile, clock: any HTTPClock, limit: Duration, found: () -> Found?
    ) async -> Wait<Found> {
        let end = clock.now() + limit
        var pause = shortest
        var failures = 0
        while true {
            do throws(SystemError) {
                if let lock = try take(name, in: folder) { return .locked(lock) }
                failures = 0
            } catch {
                failures += 1
                if failures >= attempts { return .failed(error) }
            }
            if let found = found() { return .found(found) }
            guard clock.now() < end else { return .tooLong }
            do {
                // Of many that wait not all look at the same moment.
                try await clock.sleep(for: pause * Double.random(in: 0.5...1))
            } catch {
                return .cancelled
            }
            pause = min(pause * 2, longest)
        }
    }
}
