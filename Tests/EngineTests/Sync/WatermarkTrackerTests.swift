import State
import Testing

@testable import Engine

@Suite struct WatermarkTrackerTests {
    private func value(_ text: String) throws -> WatermarkValue { try WatermarkValue(text: text, kind: .integer) }
    private func values(_ numbers: Int...) throws -> [WatermarkValue] { try numbers.map { try value("\($0)") } }

    @Test func findsTheGreatestOfUnorderedPages() throws {
        var tracker = WatermarkTracker(watermark: nil, isAscending: false)
        try tracker.take(values(5, 9, 2))
        try tracker.take(values(1))
        #expect(try tracker.resumption == value("9"))
    }

    /// An API may send back less than was asked for: an empty run, or late records, never set the watermark back.
    @Test func neverGoesBack() throws {
        var tracker = WatermarkTracker(watermark: try value("7"), isAscending: false)
        #expect(try tracker.resumption == value("7"))
        try tracker.take(values(3))
        #expect(try tracker.resumption == value("7"))
    }

    @Test func followsAscendingPagesWithTiesAtTheirEnds() throws {
        var tracker = WatermarkTracker(watermark: nil, isAscending: true)
        try tracker.take(values(2, 1, 3))
        try tracker.take(values(3, 3))
        try tracker.take(values(3, 4))
        #expect(try tracker.resumption == value("4"))
    }

    @Test func refusesPagesOutOfOrder() throws {
        var tracker = WatermarkTracker(watermark: nil, isAscending: true)
        try tracker.take(values(1, 3))
        #expect(throws: WatermarkTracker.Disorder(found: try value("2"), after: try value("3"))) {
            try tracker.take(values(2, 4))
        }
    }

    /// With lookback a run begins before its watermark.
    @Test func takesAscendingPagesFromBeforeTheWatermark() throws {
        var tracker = WatermarkTracker(watermark: try value("10"), isAscending: true)
        try tracker.take(values(6, 7))
        #expect(try tracker.resumption == value("10"))
        try tracker.take(values(8, 11))
        #expect(try tracker.resumption == value("11"))
    }

    @Test func goesOnAtTheEndOfAWholeWindow() throws {
        var tracker = WatermarkTracker(watermark: nil, isAscending: false)
        tracker.endWindow(at: try value("10"), isWhole: true)
        #expect(try tracker.resumption == value("10"))
    }

    /// The last window ends at the present, where records may still come late: only what came counts.
    @Test func goesOnAtTheLastRecordOfACutWindow() throws {
        var tracker = WatermarkTracker(watermark: nil, isAscending: false)
        tracker.endWindow(at: try value("10"), isWhole: true)
        try tracker.take(values(12))
        tracker.endWindow(at: try value("15"), isWhole: false)
        #expect(try tracker.resumption == value("12"))
    }

    /// An API that takes `until` as inclusive sends what belongs to the next window.
    @Test func neverGoesBeyondAWindow() throws {
        var tracker = WatermarkTracker(watermark: nil, isAscending: false)
        try tracker.take(values(9, 13))
        tracker.endWindow(at: try value("10"), isWhole: true)
        #expect(try tracker.resumption == value("10"))
    }
}
