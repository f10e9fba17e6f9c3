import State

/// Follows the greatest value of a call's field through its pages.
///
/// A pure state machine: it sees the values of each page, and says how far the call may be said to have come once the
/// page is safe.
struct WatermarkTracker {
    /// Records came out of the order that the job says they have.
    struct Disorder: Error, Equatable {
        var found: WatermarkValue
        var after: WatermarkValue
    }

    /// Whether pages come in the order of the field, so that each of them is a step forward.
    let isAscending: Bool
    /// The watermark before this run, or by now: the greatest value of all that is safe or on its way.
    private(set) var greatest: WatermarkValue?
    /// The end of the last whole window.
    private(set) var windowEnd: WatermarkValue?
    /// The greatest value of the pages before, of this run alone.
    private var reached: WatermarkValue?
    private(set) var recordCount = 0

    init(watermark: WatermarkValue?, windowEnd: WatermarkValue? = nil, isAscending: Bool) {
        greatest = watermark
        self.windowEnd = windowEnd
        self.isAscending = isAscending
    }

    /// Takes note of the values of a page.
    ///
    /// - Throws: that a page of an ascending call has a value that is less than one of the pages before: committing
    ///   those would have passed it over.
    mutating func take(_ marks: [WatermarkValue]) throws(Disorder) {
        guard let least = marks.min(), let most = marks.max() else { return }
        if isAscending, let reached, least < reached { throw Disorder(found: least, after: reached) }
        recordCount += marks.count
        reached = reached.map { max($0, most) } ?? most
        greatest = greatest.map { max($0, most) } ?? most
    }

    /// A window is done.
    ///
    /// - Parameters:
    ///   - end: where it ended, exclusive. The watermark never goes beyond: what comes after belongs to the next one.
    ///   - isWhole: whether it had its whole size. The last one is cut off at the present, and records of the present
    ///     may still come late, so its end is no progress; its records are.
    mutating func endWindow(at end: WatermarkValue, isWhole: Bool) {
        if let value = greatest, value > end { greatest = end }
        if isWhole { windowEnd = windowEnd.map { max($0, end) } ?? end }
        reached = nil
    }

    /// Where the next run goes on, before `lookback`; nil when nothing is known.
    var resumption: WatermarkValue? {
        guard let greatest, let windowEnd else { return greatest ?? windowEnd }
        return max(greatest, windowEnd)
    }
}
