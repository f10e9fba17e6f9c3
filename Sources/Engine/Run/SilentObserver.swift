/// An observer that does nothing.
public struct SilentObserver: RunObserver {
    /// Makes one.
    public init() {}

    /// Does nothing.
    public func observe(_ event: RunEvent) {}
}
