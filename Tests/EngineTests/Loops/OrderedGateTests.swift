import Synchronization
import Testing

@testable import Engine

@Suite struct OrderedGateTests {
    private final class Passed: Sendable {
        let items = Mutex<[Int]>([])
    }

    @Test func letsItemsPassInOrderWhateverTheirSpeed() async {
        let gate = OrderedGate()
        let passed = Passed()
        await withTaskGroup(of: Void.self) { group in
            for item in (0..<50).reversed() {
                group.addTask {
                    await gate.waitForTurn(of: item)
                    passed.items.withLock { $0.append(item) }
                    await gate.finish(item)
                }
            }
        }
        #expect(passed.items.withLock { $0 } == Array(0..<50))
    }

    @Test func anOpenGateHoldsNobody() async {
        let gate = OrderedGate()
        async let waiter: Void = gate.waitForTurn(of: 7)
        await gate.open()
        await waiter
        await gate.waitForTurn(of: 9)
    }
}
