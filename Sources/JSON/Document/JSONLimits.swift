/// What a JSON text may be at most.
public struct JSONLimits: Sendable, Hashable {
    /// How deep arrays and objects may be nested.
    public var depth: Int

    /// 512 levels.
    public static let standard = JSONLimits(depth: 512)

    /// Limits of your own.
    public init(depth: Int) {
        self.depth = depth
    }
}
