import Testing

@testable import HTTP

struct RunLimitsTests {
    private let host = Origin(scheme: "https", host: "a", port: 443)

    @Test func aBudgetPaysForThirtyFiveRetries() {
        var budget = RetryBudget()
        var paid = 0
        while budget.spend() { paid += 1 }
        #expect(paid == 35)
        for _ in 0..<14 { budget.earn() }
        let isPaid = budget.spend()
        #expect(isPaid)
    }

    @Test func aBudgetNeverGrowsBeyondItsStart() {
        var budget = RetryBudget()
        for _ in 0..<1000 { budget.earn() }
        var paid = 0
        while budget.spend() { paid += 1 }
        #expect(paid == 35)
    }

    @Test func aPauseEnds() {
        let clock = ManualClock()
        let limits = RunLimits(clock: clock)
        limits.pause(host, for: .seconds(10))
        #expect(limits.pause(of: host) == .seconds(10))
        #expect(limits.pause(of: Origin(scheme: "http", host: "a", port: 80)) == nil)
        clock.advance(by: .seconds(4))
        #expect(limits.pause(of: host) == .seconds(6))
        clock.advance(by: .seconds(6))
        #expect(limits.pause(of: host) == nil)
    }

    @Test func theLongerPauseStands() {
        let limits = RunLimits(clock: ManualClock())
        limits.pause(host, for: .seconds(10))
        limits.pause(host, for: .seconds(1))
        #expect(limits.pause(of: host) == .seconds(10))
    }
}
