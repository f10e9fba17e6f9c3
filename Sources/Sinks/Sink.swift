public import JSON

/// An output that takes records.
public protocol Sink: Output {
    /// Writes the records of a page.
    ///
    /// - Throws: what the system says, or that a record does not fit the format. Nothing more can be written then.
    func write(_ batch: RecordBatch) throws(SinkError)

    /// Makes what was written so far permanent: `rollback` goes back to here.
    ///
    /// A stream passes on what it holds; a file or table that is replaced as a whole does nothing. A table that is
    /// added to or merged into commits its rows in one transaction with those of the other tables of its database that
    /// are added to or merged into, and with the positions that were set.
    func checkpoint() throws(SinkError)

    /// Where the next records go of a file that is added to; nil for everything else.
    var appendPoint: AppendPoint? { get }

    /// Whether it is a table of a database.
    var isTable: Bool { get }

    /// The same for all sinks of one database in a run, and of one `DatabaseSessions`; nil for files.
    var databaseID: String? { get }

    /// The position that the database keeps for a call, beside the rows: what was last committed.
    ///
    /// - Returns: nil when there is none, as of every file, and when the table has been removed since it was kept: the
    ///   records before it are gone with the table.
    /// - Throws: what the database says.
    func position(of owner: SinkOwner) throws(SinkError) -> JSONValue?

    /// Keeps a position with the rows; it is committed with the next checkpoint or publication of any sink of its
    /// database, and forgotten by the rollback of one.
    ///
    /// - Parameter position: null removes it. Files do not keep it.
    func setPosition(_ position: JSONValue, of owner: SinkOwner) throws(SinkError)
}

extension Sink {
    /// None.
    public var appendPoint: AppendPoint? { nil }
    /// False.
    public var isTable: Bool { false }
    /// None.
    public var databaseID: String? { nil }
    /// None.
    public func position(of owner: SinkOwner) throws(SinkError) -> JSONValue? { nil }
    /// Does nothing.
    public func setPosition(_ position: JSONValue, of owner: SinkOwner) throws(SinkError) {}
}
