public import Diagnostics

/// Where records go: an entry of `write`.
public struct SinkTemplate: Sendable {
    /// What is written to.
    public enum Target: Sendable {
        /// Standard output.
        case stdout
        /// A file, its path relative to the job's output folder.
        case file(path: LocatedTemplate)
    }

    /// What happens to what is there already.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// It is replaced as a whole when the run has succeeded.
        case replace
        /// The records are added behind it.
        case append
    }

    /// What is written to.
    public var target: Target
    /// How; nil for what the path's ending says, and for JSON Lines on stdout.
    public var format: FileFormat?
    /// What happens to what is there already.
    public var mode: Mode
    /// Where it stands.
    public var span: SourceSpan

    /// Makes a sink from its parts.
    public init(target: Target, format: FileFormat? = nil, mode: Mode = .replace, span: SourceSpan) {
        self.target = target
        self.format = format
        self.mode = mode
        self.span = span
    }
}
