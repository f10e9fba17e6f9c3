import HTTP
import Synchronization

/// A clock on which short waits are over at once, and long ones, the limits of operations, only when a test says so.
final class TestClock: HTTPClock {
    private struct State {
        var time = Duration.zero
        /// How many limits have passed that nobody waited for yet.
        var passed = 0
        var waiting: [(id: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var next = 0
    }

    /// From here on a wait is the limit of an operation.
    private static let long = Duration.seconds(10)
    private let state = Mutex(State())

    func now() -> Duration { state.withLock { $0.time } }

    func wallClock() -> Double { 1_700_000_000 }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        guard duration >= Self.long else {
            state.withLock { $0.time += duration }
            return
        }
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wait(id, $0) }
        } onCancel: {
            cancel(id)
        }
        try Task.checkCancellation()
    }

    /// Lets the limit pass that is waited for, or that is waited for next.
    func passLimit() {
        let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst().continuation }
            state.passed += 1
            return nil
        }
        continuation?.resume()
    }

    private func wait(_ id: Int, _ continuation: CheckedContinuation<Void, Never>) {
        let isOver = state.withLock { state in
            if state.passed > 0 {
                state.passed -= 1
                return true
            }
            if Task.isCancelled { return true }
            state.waiting.append((id, continuation))
            return false
        }
        if isOver { continuation.resume() }
    }

    private func cancel(_ id: Int) {
        let continuation = state.withLock { state in
            state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0).continuation }
        }
        continuation?.resume()
    }
}
