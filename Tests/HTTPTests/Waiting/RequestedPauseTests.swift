import Testing

@testable import HTTP

struct RequestedPauseTests {
    private static let now = 1_700_000_000.0
    private static let date = "Tue, 14 Nov 2023 22:13:20 GMT"

    private func response(_ fields: [(String, String)], status: Int = 429) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in fields { headers.add(name, value) }
        return HTTPResponse(status: status, headers: headers)
    }

    private func refused(_ fields: (String, String)..., wallClock: Double = now) -> Duration? {
        RequestedPause.afterRefusal(response(fields), wallClock: wallClock)
    }

    @Test func readsSeconds() {
        #expect(refused(("Retry-After", "120")) == .seconds(120))
        #expect(refused(("Retry-After", "1.5")) == .seconds(1.5))
    }

    @Test(arguments: ["0", "-5", "junk", "", "nan", "inf", "Mon, 01 Jan 2024 00:00:00", "1 2"])
    func asksForNothing(text: String) {
        #expect(refused(("Retry-After", text)) == nil)
    }

    @Test func aDateCountsFromTheAnswersOwn() {
        let inTwoMinutes = "Tue, 14 Nov 2023 22:15:20 GMT"
        // The clock here is an hour off.
        #expect(
            refused(("Retry-After", inTwoMinutes), ("Date", Self.date), wallClock: Self.now + 3600) == .seconds(120))
        #expect(refused(("Retry-After", inTwoMinutes), wallClock: Self.now + 20) == .seconds(100))
        #expect(refused(("Retry-After", "Mon, 01 Jan 2001 00:00:00 GMT"), ("Date", Self.date)) == nil)
    }

    @Test func anAbsurdWaitIsAYear() {
        #expect(refused(("Retry-After", "99999999999999999999")) == .seconds(366 * 86_400))
        #expect(refused(("X-RateLimit-Reset", "1e300")) == .seconds(366 * 86_400))
    }

    @Test(arguments: [
        [("RateLimit-Remaining", "0"), ("RateLimit-Reset", "30")],
        [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "30")],
        [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1700000030")],
        [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1700000030000")],
        [("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", "1700000030")],
        [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "Tue, 14 Nov 2023 22:13:50 GMT")],
        [("RateLimit", "\"default\";r=0;t=30")],
        [("RateLimit", "\"burst\";r=9;t=1, \"day\";r=0;t=30")],
        [("RateLimit", "limit=100, remaining=0, reset=30")],
    ])
    func readsEachFamily(fields: [(String, String)]) {
        #expect(RequestedPause.afterRefusal(response(fields), wallClock: Self.now) == .seconds(30))
        #expect(RequestedPause.afterSuccess(response(fields, status: 200), wallClock: Self.now) == .seconds(30))
    }

    @Test func anEpochCountsFromTheAnswersOwnDate() {
        #expect(
            refused(("X-RateLimit-Reset", "1700000030"), ("Date", Self.date), wallClock: Self.now + 999) == .seconds(30)
        )
    }

    @Test func retryAfterWins() {
        #expect(refused(("Retry-After", "5"), ("X-RateLimit-Reset", "30")) == .seconds(5))
    }

    @Test func aSuccessWithSomeLeftAsksForNothing() {
        let fields = [("X-RateLimit-Remaining", "1"), ("X-RateLimit-Reset", "30")]
        #expect(RequestedPause.afterSuccess(response(fields, status: 200), wallClock: Self.now) == nil)
        #expect(
            RequestedPause.afterSuccess(
                response([("X-RateLimit-Reset", "30")], status: 200), wallClock: Self.now) == nil)
    }

    @Test(arguments: ["\"a\"", ";;;", "=", ",,,", "r=;t=", "\"a\";r=x;t=y"])
    func brokenFieldsSayNothing(text: String) {
        #expect(refused(("RateLimit", text)) == nil)
    }
}
