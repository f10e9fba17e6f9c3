/// A position as it is kept, for a list of them.
public struct KeptPosition: Sendable, Hashable {
    /// What it belongs to.
    public let scope: StateScope
    /// How far the call has come.
    public let position: CallPosition
    /// When it was written, RFC 3339 in UTC.
    public let updatedAt: String

    /// A position from its parts.
    public init(scope: StateScope, position: CallPosition, updatedAt: String) {
        self.scope = scope
        self.position = position
        self.updatedAt = updatedAt
    }
}
