public import Diagnostics
public import JSONPath
public import Secrets

/// Where records go: an entry of `write`.
public struct SinkTemplate: Sendable {
    /// What is written to.
    public enum Target: Sendable {
        /// Standard output.
        case stdout
        /// A file, its path relative to the job's output folder.
        case file(path: LocatedTemplate)
        /// A table of an SQLite database, its path relative to the job's output folder.
        case sqlite(path: LocatedTemplate, table: String)
        /// A table of a PostgreSQL database, `schema.table` or `table`.
        case postgres(url: Secret, table: String)
    }

    /// What happens to what is there already.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// It is replaced as a whole when the run has succeeded.
        case replace
        /// The records are added behind it.
        case append
        /// A record takes the place of the one with the same key, otherwise it is added; only in tables.
        case merge
    }

    /// What is written to.
    public var target: Target
    /// How; nil for what the path's ending says, and for JSON Lines on stdout.
    public var format: FileFormat?
    /// What happens to what is there already.
    public var mode: Mode
    /// The fields that together tell records apart, in the order of the file; only for tables.
    public var key: [String]
    /// What holds on a record, before `fields`, that is to be removed from the table; only with `merge`.
    public var delete: Located<JSONCondition>?
    /// Where it stands.
    public var span: SourceSpan

    /// Makes a sink from its parts.
    public init(
        target: Target, format: FileFormat? = nil, mode: Mode = .replace, key: [String] = [],
        delete: Located<JSONCondition>? = nil, span: SourceSpan
    ) {
        self.target = target
        self.format = format
        self.mode = mode
        self.key = key
        self.delete = delete
        self.span = span
    }
}
