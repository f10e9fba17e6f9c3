/// What an entry of the state is about.
public enum EntryKind: String, Sendable, Hashable, CaseIterable {
    /// An appended file, by its path: its identity and how long it was at the last commit.
    case append
    /// What a server said of a response, by its URL: `ETag` and `Last-Modified`.
    case validators
    /// How many records the last good run had.
    case count
    /// A request's idempotency key: when it was made, and whether the request is known to be done.
    case idempotency
}
