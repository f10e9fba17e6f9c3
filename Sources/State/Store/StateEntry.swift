public import JSON

/// An entry of the state.
public struct StateEntry: Sendable, Hashable {
    /// What it belongs to.
    public let scope: StateScope
    /// What it is about.
    public let kind: EntryKind
    /// Its name: a path, a URL, a key.
    public let name: String
    /// What is kept.
    public let value: JSONValue
    /// When it was written, RFC 3339 in UTC.
    public let updatedAt: String

    /// An entry from its parts.
    public init(scope: StateScope, kind: EntryKind, name: String, value: JSONValue, updatedAt: String) {
        self.scope = scope
        self.kind = kind
        self.name = name
        self.value = value
        self.updatedAt = updatedAt
    }
}
