import Sinks
import State

/// What the outputs need to know of a page of an incremental call, besides its records.
struct SyncedPage: Sendable {
    /// What the page belongs to.
    let scope: StateScope
    /// The order keys of the records' watermarks, as many as there are records; none for an opaque position.
    var marks: [Int64] = []
    /// The same for tables, which keep them.
    var recordMarks: [RecordMark] = []
    /// The hash of each record that may have been written before or is to be remembered; empty when none is.
    var hashes: [RecordHash?] = []
    /// From which mark on a record may have been written in this run or before; nil when none can have been.
    var seenUpTo: Int64?
    /// Records that are less come again only because the API is not exact; nil to take what comes.
    var floor: Int64?
    /// From which mark on records are remembered.
    var boundary: Int64?
    /// How far the call has come when the page is safe; nil where pages are no steps.
    var position: CallPosition?
}
