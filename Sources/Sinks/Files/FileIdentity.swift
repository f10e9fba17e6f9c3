/// Tells a file from all others of its machine, whatever its name.
public struct FileIdentity: Sendable, Hashable {
    /// The device that it is on.
    public let device: UInt64
    /// Its number there (inode).
    public let number: UInt64

    /// An identity from its parts.
    public init(device: UInt64, number: UInt64) {
        self.device = device
        self.number = number
    }
}
