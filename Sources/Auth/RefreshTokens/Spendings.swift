import Synchronization

/// The refresh tokens that are being spent: a run does not end before the new ones are written down.
final class Spendings: Sendable {
    private struct State {
        var tasks: [Int: Task<TokenSource.Outcome, Never>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// Does something that must not be given up half-way, also when whoever waits for it is cancelled.
    ///
    /// - Returns: nil when that one was cancelled before, and nothing was begun.
    func spend(_ operation: @escaping @Sendable () async -> TokenSource.Outcome) async -> TokenSource.Outcome? {
        let begun = state.withLock { state -> (number: Int, task: Task<TokenSource.Outcome, Never>)? in
            // Looked at in here, nothing begins after a run that is cancelled saw that nothing is under way.
            guard !Task.isCancelled else { return nil }
            state.count += 1
            let task = Task { await operation() }
            state.tasks[state.count] = task
            return (state.count, task)
        }
        guard let (number, task) = begun else { return nil }
        defer { state.withLock { state in _ = state.tasks.removeValue(forKey: number) } }
        return await task.value
    }

    /// Whether nothing is being spent.
    var isEmpty: Bool { state.withLock { $0.tasks.isEmpty } }

    /// Waits until nothing is being spent any more; what is still under way is given up when the caller is cancelled.
    func finish() async {
        let tasks = state.withLock { Array($0.tasks.values) }
        await withTaskCancellationHandler {
            for task in tasks { _ = await task.value }
        } onCancel: {
            // They are tasks of their own: nothing else would end the wait for a server that does not answer.
            for task in tasks { task.cancel() }
        }
    }
}
