import Synchronization

/// The refresh tokens that are being spent: a run does not end before the new ones are written down.
final class Spendings: Sendable {
    private struct State {
        var tasks: [Int: Task<TokenSource.Outcome, Never>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// Does something that must not be given up half-way, also when whoever waits for it is cancelled.
    func spend(_ operation: @escaping @Sendable () async -> TokenSource.Outcome) async -> TokenSource.Outcome {
        let (number, task) = state.withLock { state in
            state.count += 1
            let task = Task { await operation() }
            state.tasks[state.count] = task
            return (state.count, task)
        }
        defer { state.withLock { state in _ = state.tasks.removeValue(forKey: number) } }
        return await task.value
    }

    /// Waits until nothing is being spent any more.
    func finish() async {
        for task in state.withLock({ Array($0.tasks.values) }) { _ = await task.value }
    }
}
