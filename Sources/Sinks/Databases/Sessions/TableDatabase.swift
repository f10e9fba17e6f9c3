/// A connection to a database that tables are written in.
protocol TableDatabase: AnyObject {
    /// What messages call it.
    var name: String { get }

    /// Opens a table, which need not be there.
    func writer(_ configuration: SinkConfiguration, table: String) throws(SinkError) -> any TableWriter

    /// Begins a transaction that may write.
    func begin() throws(SinkError)
    /// Ends it and keeps what it did.
    func commit() throws(SinkError)
    /// Ends it and takes back what it did; nothing happens without one. An error has nobody to go to: the connection's
    /// end takes back what this cannot.
    func rollback()

    /// Notes, in the open transaction, that a run with this token writes.
    ///
    /// - Returns: false when one with a greater token has done so before.
    func claim(_ fence: DatabaseFence) throws(SinkError) -> Bool

    /// The position that is kept, and those of the tables that it goes with that are still there.
    func position(of owner: SinkOwner) throws(SinkError) -> (value: [UInt8], tables: [String])?
    /// Keeps a position and the tables that it goes with, in the open transaction; nil removes it.
    func setPosition(_ value: [UInt8]?, tables: [String], of owner: SinkOwner) throws(SinkError)

    /// Nothing is written any more; a database that was made for nothing goes away.
    func close()
}
