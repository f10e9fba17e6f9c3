import Testing

@testable import HTTP

struct RateLimiterTests {
    private let host = Origin(scheme: "https", host: "a", port: 443)

    @Test func letsRequestsGoUntilTheLimit() {
        var limiter = RateLimiter()
        let limit = RateLimit(count: 3, per: .seconds(1))
        let times = [Duration.zero, .zero, .zero, .zero, .milliseconds(500), .seconds(10)]
        let waits = times.map { limiter.reserve(host, limit, at: $0) }
        #expect(waits == [.zero, .zero, .zero, .seconds(1), .milliseconds(500), .zero])
    }

    @Test func neverExceedsTheLimitInAnySpan() {
        var limiter = RateLimiter()
        let limit = RateLimit(count: 5, per: .seconds(2))
        var times: [Duration] = []
        for index in 0..<60 {
            let now = Duration.milliseconds(index * 137 % 900 + index * 50)
            times.append(now + limiter.reserve(host, limit, at: now))
        }
        for (index, time) in times.enumerated().dropFirst(5) { #expect(time - times[index - 5] >= .seconds(2)) }
    }

    @Test func hostsHaveTheirOwn() {
        var limiter = RateLimiter()
        let limit = RateLimit(count: 1, per: .seconds(60))
        let other = Origin(scheme: "https", host: "b", port: 443)
        let waits = [host, other, host].map { limiter.reserve($0, limit, at: .zero) }
        #expect(waits == [.zero, .zero, .seconds(60)])
    }

    @Test func aLargeLimitKeepsItsPaceInBoundedMemory() {
        var limiter = RateLimiter()
        let limit = RateLimit(count: 1_000_000, per: .seconds(1000))
        var last = Duration.zero
        for _ in 0..<10_000 { last = limiter.reserve(host, limit, at: .zero) }
        #expect(last > .seconds(8) && last < .seconds(10.5))
    }
}
