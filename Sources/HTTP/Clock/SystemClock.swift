#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The clock of this machine.
public struct SystemClock: HTTPClock {
    private static let beginning = ContinuousClock.now

    /// The clock of this machine.
    public init() {}

    /// The time since the program first asked.
    public func now() -> Duration {
        Self.beginning.duration(to: .now)
    }

    /// The time of day, in seconds since 1970.
    public func wallClock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Waits; ends early with an error when the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
