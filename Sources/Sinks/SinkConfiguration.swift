public import Secrets

/// Where records go, and how.
public struct SinkConfiguration: Sendable, Hashable {
    /// What is written to.
    public enum Target: Sendable, Hashable {
        /// Standard output.
        case stdout
        /// A file by its path.
        case file(String)
        /// A table of an SQLite database, by the path of its file.
        case sqlite(path: String, table: String)
        /// A table of a PostgreSQL database: `table` or `schema.table`.
        case postgres(url: Secret, table: String)
    }

    /// What happens to what is there already.
    public enum Mode: Sendable, Hashable {
        /// It is replaced as a whole when the output is published.
        case replace
        /// Records are added behind it.
        case append
        /// A record takes the place of the one with its key; only in tables.
        case merge
    }

    /// What is written to.
    public var target: Target
    /// How records are written to a file; tables do not look at it.
    public var format: RecordFormat
    /// What happens to what is there already.
    public var mode: Mode
    /// The columns of a table; nil for those of the header that is there, else of the first page.
    public var columns: [String]?
    /// The fields that together tell the records of a database's table apart; `merge` needs one at least.
    public var key: [String]
    /// How a file is compressed; nil for not at all.
    public var compression: Compression?
    /// The types that fields are given in the job file; the others are inferred from the records.
    public var types: [String: ColumnType]

    /// A configuration from its parts.
    public init(
        target: Target, format: RecordFormat = .jsonl, mode: Mode = .replace, columns: [String]? = nil,
        key: [String] = [], compression: Compression? = nil, types: [String: ColumnType] = [:]
    ) {
        self.target = target
        self.format = format
        self.mode = mode
        self.columns = columns
        self.key = key
        self.compression = compression
        self.types = types
    }

    /// Opens the sink, so that a target that cannot be written is known before anything is sent.
    ///
    /// A symbolic link is followed: the file that it points to is replaced, or made. Pipes and devices (`/dev/stdout`,
    /// `/dev/fd/3`, a FIFO) are written directly. Parent folders are made.
    ///
    /// - Parameter databases: the connections of the run. Sinks of one database have to get the same, so that they are
    ///   committed together; a table that gets a set of its own is committed by itself.
    /// - Throws: why the target cannot be written.
    public func open(in databases: DatabaseSessions = DatabaseSessions()) throws(SinkError) -> any Sink {
        switch target {
        case .stdout, .file: try RecordSink(self)
        case .sqlite, .postgres: try databases.sink(self)
        }
    }
}
