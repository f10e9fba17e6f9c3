import Sinks
import State

/// What the outputs are asked at the beginning of an incremental call or item.
struct SyncRequest: Sendable {
    let scope: StateScope
    /// The field, for its order; nil for an opaque position.
    let field: SyncOrder?
    /// The tables that the call, or a call that its records lead to, writes to.
    let tables: [(configuration: SinkConfiguration, call: String)]
    /// Whether all of it goes to tables.
    let isInTablesOnly: Bool
    /// Whether files or stdout are added to.
    let addsToFiles: Bool
    /// Whether tables are added to.
    let addsToTables: Bool
    /// Whether there may have been runs in which the position did not move although records were written.
    let mayBeHeld: Bool
    /// Whether the position moves in this run.
    let movesPosition: Bool
    /// Whether the call begins anew whatever is kept.
    let isFresh: Bool
}
