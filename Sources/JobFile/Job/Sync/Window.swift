/// The steps in which a call catches up: `window`.
public struct Window: Sendable {
    /// How far one step goes.
    public enum Size: Sendable, Hashable {
        /// So much time.
        case time(Duration)
        /// So many.
        case integer(Int)
    }

    /// How far one step goes; greater than zero.
    public var size: Size
    /// Where the last step ends, exclusive; nil for the start of the run, with times only.
    public var until: LocatedTemplate?

    /// Makes it from its parts.
    public init(size: Size, until: LocatedTemplate? = nil) {
        self.size = size
        self.until = until
    }
}
