public import JSON

/// One thing that a commit changes.
public enum StateChange: Sendable, Hashable {
    /// Keeps how far a call has come.
    case setPosition(StateScope, CallPosition)
    /// Forgets how far a call has come.
    case removePosition(StateScope)
    /// Keeps an entry, in place of the one of this name.
    case setEntry(StateScope, kind: EntryKind, name: String, value: JSONValue)
    /// Forgets an entry; one that is not there is no error.
    case removeEntry(StateScope, kind: EntryKind, name: String)
    /// Keeps the hashes of records that were written; of one that is kept already the greater mark counts.
    case addSeen(StateScope, [SeenRecord])
    /// Forgets the hashes of records whose mark is less.
    case dropSeen(StateScope, below: Int64)
}
