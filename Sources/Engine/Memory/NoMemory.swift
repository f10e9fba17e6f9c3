/// The memory of a run that keeps no state.
struct NoMemory: CallMemory {
    func validators(of id: MemoryID) async throws(RunFailure) -> Validators? { nil }
    func note(_ validators: Validators?, of id: MemoryID) async throws(RunFailure) {}
    func pendingKey(of id: MemoryID) async throws(RunFailure) -> PendingKey? { nil }
    func keep(_ key: PendingKey, of id: MemoryID) async throws(RunFailure) {}
    func confirm(_ id: MemoryID) async throws(RunFailure) {}
    func forget(_ id: MemoryID) async throws(RunFailure) {}
}
