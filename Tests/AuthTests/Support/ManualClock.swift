import HTTP
import Synchronization

/// A clock that stands still until a test moves it; who sleeps moves it too.
final class ManualClock: HTTPClock {
    private struct Time {
        var monotonic: Duration = .seconds(1000)
        var wall: Double = 1_800_000_000
    }

    private let time = Mutex(Time())

    func now() -> Duration { time.withLock { $0.monotonic } }

    func wallClock() -> Double { time.withLock { $0.wall } }

    func sleep(for duration: Duration) async throws { advance(by: duration) }

    func advance(by duration: Duration) {
        time.withLock { time in
            time.monotonic += duration
            time.wall += duration / .seconds(1)
        }
    }

    /// Sets the time of day, as an administrator would.
    func set(wall: Double) {
        time.withLock { $0.wall = wall }
    }
}
