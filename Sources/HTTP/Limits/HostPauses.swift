/// Until when hosts want to be left alone.
struct HostPauses: Sendable, Hashable {
    private var ends: [Origin: Duration] = [:]

    /// Leaves a host alone until a time; an earlier promise that goes further stands.
    mutating func pause(_ origin: Origin, until end: Duration) {
        ends[origin] = max(ends[origin] ?? end, end)
    }

    /// How long a host still wants to be left alone; nil when it does not.
    mutating func remaining(of origin: Origin, at now: Duration) -> Duration? {
        guard let end = ends[origin] else { return nil }
        guard end > now else {
            ends[origin] = nil
            return nil
        }
        return end - now
    }
}
