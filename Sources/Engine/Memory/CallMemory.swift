/// What calls remember from one run to the next: the validators of answers, and the keys of writes that nobody has
/// confirmed.
protocol CallMemory: Sendable {
    /// The validators of the last good run; nil when there are none, or everything is to be asked for again.
    func validators(of id: MemoryID) async throws(RunFailure) -> Validators?

    /// Notes the validators of an answer, nil for none.
    ///
    /// They are written down together with the end of the call, when its outputs are safe, and dropped when the call is
    /// taken back: until then the earlier ones stay.
    func note(_ validators: Validators?, of id: MemoryID) async throws(RunFailure)

    /// The key of a write that was sent, or was about to be, and is not confirmed.
    func pendingKey(of id: MemoryID) async throws(RunFailure) -> PendingKey?

    /// Writes a key down; when this returns it outlives a crash.
    func keep(_ key: PendingKey, of id: MemoryID) async throws(RunFailure)

    /// Notes that a write is done: its key is forgotten with the end of the call.
    ///
    /// Until then a run that is started again sends the same key for the same write, which is not done twice.
    func confirm(_ id: MemoryID) async throws(RunFailure)

    /// Forgets the key of a write at once: it was refused, and is certain not to have happened.
    func forget(_ id: MemoryID) async throws(RunFailure)
}
