import State
import Testing

@testable import Engine

@Suite struct WindowWalkTests {
    private func walk(_ start: String, _ end: String, _ size: WatermarkStep, _ kind: WatermarkValue.Kind) throws
        -> [String]
    {
        var walk = WindowWalk(
            from: try WatermarkValue(text: start, kind: kind), to: try WatermarkValue(text: end, kind: kind), size: size
        )
        var steps: [String] = []
        while let step = walk.step(), steps.count < 10 {
            steps.append("\(step.since.canonical)..<\(step.until.canonical)\(step.isWhole ? "" : " cut")")
        }
        return steps
    }

    @Test func coversEverythingWithoutOverlap() throws {
        #expect(try walk("0", "25", .integer(10), .integer) == ["0..<10", "10..<20", "20..<25 cut"])
        #expect(try walk("0", "20", .integer(10), .integer) == ["0..<10", "10..<20"])
        #expect(
            try walk("2024-01-01", "2024-01-02T12:00:00Z", .time(.seconds(86_400)), .time) == [
                "2024-01-01T00:00:00Z..<2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z..<2024-01-02T12:00:00Z cut",
            ])
    }

    @Test func hasNoneWhenThereIsNothingToAskFor() throws {
        #expect(try walk("25", "25", .integer(10), .integer) == [])
        #expect(try walk("26", "25", .integer(10), .integer) == [])
    }

    /// At the end of time a step leads nowhere; it must not go on for ever.
    @Test func endsWhereAStepLeadsNowhere() throws {
        #expect(
            try walk("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z", .time(.seconds(1)), .time)
                == [])
        #expect(try walk("1", "5", .time(.seconds(1)), .integer) == [])
    }
}
