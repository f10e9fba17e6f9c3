import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("The decisions of a token source")
struct TokenStateTests {
    private let now = Moment(monotonic: .seconds(100), wall: 1_000_000)
    private var later: Moment { Moment(monotonic: .seconds(5000), wall: 1_004_900) }

    private func held(_ token: String, seconds: Double? = 3600) -> HeldToken {
        HeldToken(
            credential: Credential(Token(value: Secret(token), header: "Authorization", scheme: "Bearer")),
            life: TokenLife(from: now, seconds: seconds, margin: nil))
    }

    private func request(with token: String) -> HTTPRequest {
        var request = Fixture.request()
        held(token).credential.add(to: &request)
        return request
    }

    private func named(_ reply: TokenState.Reply) -> String {
        switch reply {
        case .token(let held): held.credential.token.value.reveal()
        case .failure: "failure"
        case .wait: "wait"
        case .fetch(let flight, let refused):
            "fetch \(flight)" + (refused.map { " but \($0.credential.token.value.reveal())" } ?? "")
        }
    }

    @Test("the first who asks begins a flight, the others wait, and all get what it brings")
    func flight() {
        var state = TokenState()
        #expect(named(state.ask(.use, as: 1, at: now)) == "fetch 1")
        #expect(named(state.ask(.use, as: 2, at: now)) == "wait")
        #expect(named(state.ask(.look, as: 3, at: now)) == "wait")
        #expect(state.land(1, .success(held("a"))).sorted() == [1, 2, 3])
        #expect(named(state.ask(.use, as: 4, at: now)) == "a")
    }

    @Test("a token that is due is got again, and looked at without")
    func due() {
        var state = TokenState()
        _ = state.ask(.use, as: 1, at: now)
        _ = state.land(1, .success(held("a")))
        #expect(named(state.ask(.look, as: 2, at: later)) == "a")
        #expect(named(state.ask(.use, as: 3, at: later)) == "fetch 2")
    }

    @Test("a token of no life is used once after a renewal, then got again")
    func noLife() {
        var state = TokenState()
        _ = state.ask(.use, as: 1, at: now)
        _ = state.land(1, .success(held("a", seconds: 0)))
        #expect(named(state.ask(.renewal(of: request(with: "a")), as: 2, at: now)) == "fetch 2 but a")
        _ = state.land(2, .success(held("b", seconds: 0)))
        #expect(named(state.ask(.use, as: 3, at: now)) == "b")
        #expect(named(state.ask(.use, as: 4, at: now)) == "fetch 3")
    }

    @Test("a refused token that was replaced meanwhile is not got again")
    func replaced() {
        var state = TokenState()
        _ = state.ask(.use, as: 1, at: now)
        _ = state.land(1, .success(held("b")))
        #expect(named(state.ask(.renewal(of: request(with: "a")), as: 2, at: now)) == "b")
        #expect(named(state.ask(.renewal(of: request(with: "b")), as: 3, at: now)) == "fetch 2 but b")
        #expect(named(state.ask(.renewal(of: request(with: "b")), as: 4, at: now)) == "wait")
    }

    @Test("a failure ends its flight only, unless it is lasting")
    func failure() throws {
        let failures = TokenFailures(Fixture().source, Redactor())
        var state = TokenState()
        _ = state.ask(.use, as: 1, at: now)
        #expect(state.land(1, .failure(failures.cancelled())) == [1])
        #expect(named(state.ask(.use, as: 2, at: now)) == "fetch 2")
        let lasting = TokenFailure(.refused, failures.cancelled().diagnostic, isLasting: true)
        #expect(state.land(2, .failure(lasting)) == [2])
        #expect(named(state.ask(.use, as: 3, at: now)) == "failure")
    }

    @Test("a flight that nobody waits for is given up, and its outcome does not count")
    func abandoned() {
        var state = TokenState()
        _ = state.ask(.use, as: 1, at: now)
        _ = state.ask(.use, as: 2, at: now)
        #expect(state.leave(1) == nil)
        #expect(state.leave(1) == nil)
        #expect(state.leave(2) == 1)
        #expect(named(state.ask(.use, as: 3, at: now)) == "fetch 2")
        #expect(state.land(1, .success(held("old"))) == [])
        #expect(state.land(2, .success(held("new"))) == [3])
        #expect(named(state.ask(.use, as: 4, at: now)) == "new")
    }
}
