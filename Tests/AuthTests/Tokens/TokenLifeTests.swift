import Testing

@testable import Auth

@Suite("The life of a token")
struct TokenLifeTests {
    private let start = Moment(monotonic: .seconds(100), wall: 1_000_000)

    private func later(_ seconds: Double) -> Moment {
        Moment(monotonic: start.monotonic + .seconds(seconds), wall: start.wall + seconds)
    }

    @Test(
        "is renewed a tenth of its life, but at most a minute, before its end",
        arguments: [(3600.0, 3540.0), (100, 90), (2, 1.8), (1e300, TokenLife.longest - 60)])
    func standardMargin(seconds: Double, due: Double) {
        let life = TokenLife(from: start, seconds: seconds, margin: nil)
        #expect(!life.isDue(at: later(due - 0.01)))
        #expect(life.isDue(at: later(due + 0.01)))
    }

    @Test(
        "is renewed as long before its end as asked for, but not before half of it",
        arguments: [(3600.0, 3300.0), (200, 100)])
    func margin(seconds: Double, due: Double) {
        let life = TokenLife(from: start, seconds: seconds, margin: .seconds(300))
        #expect(!life.isDue(at: later(due - 0.01)))
        #expect(life.isDue(at: later(due + 0.01)))
    }

    @Test("of zero or less is due at once", arguments: [0.0, -1, -Double.infinity])
    func none(seconds: Double) {
        #expect(TokenLife(from: start, seconds: seconds, margin: nil).isDue(at: start))
    }

    @Test("that nobody knows has no end")
    func unknown() {
        let life = TokenLife(from: start, seconds: nil, margin: .seconds(60))
        #expect(!life.isDue(at: later(1e9)))
        #expect(life.end == nil)
    }

    @Test("counts by the clock that went further: sleep of the machine, and a clock set back")
    func twoClocks() {
        let life = TokenLife(from: start, seconds: 100, margin: .zero)
        #expect(life.isDue(at: Moment(monotonic: start.monotonic, wall: start.wall + 101)))
        #expect(life.isDue(at: Moment(monotonic: start.monotonic + .seconds(101), wall: start.wall - 5000)))
        #expect(!life.isDue(at: Moment(monotonic: start.monotonic + .seconds(50), wall: start.wall - 5000)))
    }

    @Test("ends by the wall clock")
    func end() {
        #expect(TokenLife(from: start, seconds: 50, margin: nil).end == 1_000_050)
    }
}
