import HTTP

/// A moment by two clocks.
///
/// The monotonic clock stands still while the machine sleeps, and the wall clock can be set back. What is older by
/// either of them counts as older.
struct Moment: Sendable, Hashable {
    /// The time of a clock that is never set.
    let monotonic: Duration
    /// The time of day, in seconds since 1970.
    let wall: Double

    init(monotonic: Duration, wall: Double) {
        self.monotonic = monotonic
        self.wall = wall
    }

    init(now clock: any HTTPClock) {
        self.init(monotonic: clock.now(), wall: clock.wallClock())
    }

    /// The seconds that have passed since an earlier moment.
    func seconds(since earlier: Moment) -> Double {
        max((monotonic - earlier.monotonic) / .seconds(1), wall - earlier.wall)
    }
}
