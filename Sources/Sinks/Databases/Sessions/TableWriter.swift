/// Writes records into a table of a database, in two steps: aside first, and into the table when they are committed.
///
/// So a transaction that others may have to wait for is open only for the time of the second step, and what is aside is
/// gone with the connection.
protocol TableWriter: AnyObject {
    /// Database and table, for messages.
    var name: String { get }
    /// The name of the table alone, as it is kept with positions.
    var table: String { get }
    /// Whether rows are committed only when the output is published.
    var isReplacing: Bool { get }
    /// Whether rows wait to be brought into the table.
    var hasRows: Bool { get }

    /// Puts the records of a page aside.
    func write(_ batch: RecordBatch) throws(SinkError)

    /// Brings the rows into the table; it is called in a transaction.
    func apply() throws(SinkError)

    /// The transaction was committed: what is aside is done with.
    func settle() throws(SinkError)

    /// Forgets the rows; it is used no more.
    func end()
}
