extension JobLock {
    private static let shortest = Duration.milliseconds(10)
    private static let longest = Duration.milliseconds(200)

    /// Takes the lock of a job, and waits for it when the policy says so.
    ///
    /// It looks again and again: only a thread could wait for the lock itself, and that without an end.
    ///
    /// - Parameter waiting: is called once before the wait begins, with the process that has the lock.
    /// - Throws: `cancelled` when the task was cancelled during the wait.
    public static func take(
        job: String, folder: String, policy: Policy, waiting: (String) -> Void = { _ in }
    ) async throws(StateError) -> Outcome {
        var pause = shortest
        var hasSaid = false
        while true {
            let outcome = try take(job: job, folder: folder)
            guard policy == .wait, case .held(let owner) = outcome else { return outcome }
            if !hasSaid { waiting(owner) }
            hasSaid = true
            do {
                // Of many that wait not all look at the same moment.
                try await Task.sleep(for: pause * Double.random(in: 0.5...1))
            } catch {
                throw StateError(.cancelled, "the wait for job '\(job)' was broken off; \(owner) has its lock")
            }
            pause = min(pause * 2, longest)
        }
    }
}
