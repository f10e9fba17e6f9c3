/// Where records go, and how.
public struct SinkConfiguration: Sendable, Hashable {
    /// What is written to.
    public enum Target: Sendable, Hashable {
        /// Standard output.
        case stdout
        /// A file by its path.
        case file(String)
    }

    /// What happens to what is there already.
    public enum Mode: Sendable, Hashable {
        /// It is replaced as a whole when the output is published.
        case replace
        /// Records are added behind it.
        case append
    }

    /// What is written to.
    public var target: Target
    /// How records are written.
    public var format: RecordFormat
    /// What happens to what is there already.
    public var mode: Mode
    /// The columns of a table; nil for those of the header that is there, else of the first page.
    public var columns: [String]?

    /// A configuration from its parts.
    public init(target: Target, format: RecordFormat, mode: Mode = .replace, columns: [String]? = nil) {
        self.target = target
        self.format = format
        self.mode = mode
        self.columns = columns
    }

    /// Opens the sink, so that a target that cannot be written is known before anything is sent.
    ///
    /// A symbolic link is followed: the file that it points to is replaced, or made. Pipes and devices (`/dev/stdout`,
    /// `/dev/fd/3`, a FIFO) are written directly. Parent folders are made.
    ///
    /// - Throws: why the target cannot be written.
    public func open() throws(SinkError) -> any Sink {
        try RecordSink(self)
    }
}
