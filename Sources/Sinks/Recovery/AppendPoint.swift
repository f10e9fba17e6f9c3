/// How far a file that is added to is permanent.
public struct AppendPoint: Sendable, Hashable {
    /// The file, absolute and without symbolic links at its end.
    public let path: String
    /// Which file that is.
    public let identity: FileIdentity
    /// How many of its bytes are permanent: those that were there, and those up to the last checkpoint.
    public let length: Int

    /// A point from its parts.
    public init(path: String, identity: FileIdentity, length: Int) {
        self.path = path
        self.identity = identity
        self.length = length
    }
}
