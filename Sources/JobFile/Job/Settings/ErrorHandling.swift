/// What a failure does to what comes after it: `on_error`.
public enum ErrorHandling: String, Sendable, Hashable, CaseIterable {
    /// The run (or the loop) ends.
    case fail
    /// The next call (or item) runs; the run still fails at the end.
    case `continue`
}
