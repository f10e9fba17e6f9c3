import HTTP
import Synchronization

/// A clock that stands still until somebody sleeps, and then is as much later at once.
final class ManualClock: HTTPClock {
    private struct State {
        var now = Duration.seconds(1000)
        var sleeps: [Duration] = []
    }

    /// The time of day at the start: 14 November 2023, 22:13:20 UTC.
    static let start = 1_700_000_000.0

    private let state = Mutex(State())

    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func now() -> Duration {
        state.withLock { $0.now }
    }

    func wallClock() -> Double {
        Self.start + (now() - .seconds(1000)) / .seconds(1)
    }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.now += duration
            state.sleeps.append(duration)
        }
    }

    func advance(by duration: Duration) {
        state.withLock { $0.now += duration }
    }
}
