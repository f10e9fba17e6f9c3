import Secrets
import Testing

@testable import Auth

@Suite("Spending a refresh token")
struct RefreshTokenStoreTests {
    /// Takes down what is done with it.
    private struct Store: RefreshTokenStore {
        let noted = Noted()
        let cancelled: TokenFailure
        var failure: TokenFailure?

        func current() throws(TokenFailure) -> Secret {
            noted.note("read")
            return Secret("old")
        }

        func checkWritable() throws(TokenFailure) {
            noted.note("check")
            if let failure { throw failure }
        }

        func replace(_ token: Secret) throws(TokenFailure) { noted.note("write \(token.reveal())") }

        func exclusively(_ body: @Sendable () async -> TokenSource.Outcome) async -> TokenSource.Outcome {
            noted.note("lock")
            defer { noted.note("unlock") }
            return await body()
        }
    }

    private let cache = CacheFixture()

    private func spend(_ store: Store) async -> TokenSource.Outcome {
        await store.spend(in: Spendings()) { token in
            store.noted.note("spend \(token.reveal())")
            return .success(cache.held("token", members: #"{"refresh_token":"new"}"#))
        }
    }

    @Test("the lock is held from reading the old one until the new one is written, and what could go wrong comes first")
    func order() async {
        let store = Store(cancelled: cache.refusal())
        #expect(named(await spend(store)) == "token")
        #expect(store.noted.all == ["lock", "read", "check", "spend old", "write new", "unlock"])
    }

    @Test("one whose run was cancelled before is not spent")
    func cancelled() async {
        let store = Store(cancelled: cache.refusal("gone"))
        let gate = Gate()
        let caller = Task {
            await gate.pass()
            return await spend(store)
        }
        caller.cancel()
        gate.open()
        #expect(said(await caller.value).hasSuffix("gone"))
        #expect(store.noted.all == ["lock", "unlock"])
    }

    @Test("nothing is sent when the new one could not be kept")
    func notWritable() async {
        let store = Store(cancelled: cache.refusal(), failure: cache.refusal())
        #expect(named(await spend(store)) == "refused")
        #expect(store.noted.all == ["lock", "read", "check", "unlock"])
    }
}
