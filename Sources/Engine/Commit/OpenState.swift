import State

/// The state of a run, open, and the right to write it.
struct OpenState {
    let store: any StateStore
    /// The lease under which the run writes, where several machines share the state.
    var lease: Lease?
}
