import State

/// The windows of a call, one after the other, from where it begins to where it ends.
struct WindowWalk {
    /// One window: `since` is part of it, `until` is not.
    struct Step: Equatable {
        var since: WatermarkValue
        var until: WatermarkValue
        /// Whether it has its whole size; the last one may be cut off.
        var isWhole: Bool
    }

    private var next: WatermarkValue
    private let end: WatermarkValue
    private let size: WatermarkStep

    init(from start: WatermarkValue, to end: WatermarkValue, size: WatermarkStep) {
        next = start
        self.end = end
        self.size = size
    }

    /// The next window; nil at the end, or when a step leads nowhere.
    mutating func step() -> Step? {
        guard next < end, let full = next.plus(size), full > next else { return nil }
        let step = Step(since: next, until: min(full, end), isWhole: full <= end)
        next = step.until
        return step
    }
}
