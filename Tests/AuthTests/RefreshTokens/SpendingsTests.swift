import Testing

@testable import Auth

@Suite("Refresh tokens that are being spent", .timeLimit(.minutes(1)))
struct SpendingsTests {
    private let fixture = CacheFixture()

    /// A spending that ends when it is given up, and no earlier.
    private func spend(_ spendings: Spendings, _ begun: Gate) async -> TokenSource.Outcome? {
        await spendings.spend { [fixture] in
            begun.open()
            try? await Task.sleep(for: .seconds(3600))
            return .success(fixture.held(Task.isCancelled ? "given up" : "spent"))
        }
    }

    @Test("they go on when whoever waits for them is cancelled")
    func uncancelled() async {
        let (spendings, begun, gate) = (Spendings(), Gate(), Gate())
        let caller = Task { [fixture] in
            await spendings.spend {
                begun.open()
                await gate.pass()
                return .success(fixture.held(Task.isCancelled ? "given up" : "spent"))
            }
        }
        await begun.pass()
        caller.cancel()
        gate.open()
        await spendings.finish()
        #expect(await caller.value.map(said) == "spent")
    }

    @Test("the wait for them ends when it is cancelled, and they are given up")
    func abandoned() async {
        let (spendings, begun) = (Spendings(), Gate())
        let caller = Task { await spend(spendings, begun) }
        await begun.pass()
        let end = Task { await spendings.finish() }
        end.cancel()
        await end.value
        #expect(await caller.value.map(said) == "given up")
    }
}
