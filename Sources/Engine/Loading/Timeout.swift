/// An operation took longer than it may.
struct TimeoutError: Error {}

/// Runs an operation, and cancels it when it takes longer than `limit`.
///
/// - Parameter sleep: waits for the limit to pass.
/// - Throws: `TimeoutError` past the limit; otherwise what the operation throws.
func withTimeout<Value: Sendable>(
    _ limit: Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await operation() }
        group.addTask {
            try await sleep(limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw TimeoutError() }
        return value
    }
}
