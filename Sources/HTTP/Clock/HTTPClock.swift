/// The time, and waiting.
public protocol HTTPClock: Sendable {
    /// The time of a clock that is never set, from some beginning.
    func now() -> Duration
    /// The time of day, in seconds since 1970.
    func wallClock() -> Double
    /// Waits; ends early with an error when the task is cancelled.
    func sleep(for duration: Duration) async throws
}
