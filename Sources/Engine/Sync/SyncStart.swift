import State

/// Where an incremental call begins, for one item of its loop.
struct SyncStart: Sendable {
    /// How far the call has come; nil for its beginning.
    var position: CallPosition?
    /// Up to which mark records may have been written before, as far as any of the outputs has come.
    var seenUpTo: Int64?
    /// The epoch of what is written from now on.
    var epoch = 0
    /// Whether records are remembered by their hashes, because something that they go to is only added to.
    var remembers = false
    /// Whether the position moves in this run.
    var movesPosition = true
}
