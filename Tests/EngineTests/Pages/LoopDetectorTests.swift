import Testing

@testable import Engine

@Suite struct LoopDetectorTests {
    private func page(_ request: Int, _ content: Int) -> LoopDetector.Page {
        LoopDetector.Page(request: UInt64(request), content: UInt64(content))
    }

    @Test func acceptsTheSameRequestWithOtherContent() {
        var loops = LoopDetector()
        #expect((0..<5000).allSatisfy { !loops.isRepeated(page(1, $0)) })
    }

    @Test func acceptsOtherRequestsWithTheSameContent() {
        var loops = LoopDetector()
        #expect((0..<5000).allSatisfy { !loops.isRepeated(page($0, 1)) })
    }

    @Test(arguments: [1, 2, 3, 100, 1024])
    func findsAShortCircleAtItsFirstRepeatedPage(length: Int) {
        var loops = LoopDetector()
        let before = (0..<3000).contains { loops.isRepeated(page(10_000 + $0, $0)) }
        let around = (0..<length).contains { loops.isRepeated(page($0, $0)) }
        let again = loops.isRepeated(page(0, 0))
        #expect((before, around, again) == (false, false, true))
    }

    @Test func findsACircleLongerThanItsWindow() {
        var loops = LoopDetector()
        let found = (0..<50_000).first { loops.isRepeated(page($0 % 5000, $0 % 5000)) }
        #expect(found != nil)
    }
}
