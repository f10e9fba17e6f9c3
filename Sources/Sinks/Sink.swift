/// An output that takes records.
public protocol Sink: Output {
    /// Writes the records of a page.
    ///
    /// - Throws: what the system says, or that a record does not fit the format. Nothing more can be written then.
    func write(_ batch: RecordBatch) throws(SinkError)

    /// Makes what was appended so far permanent: `rollback` goes back to here.
    ///
    /// A stream passes on what it holds; a file that is replaced as a whole does nothing.
    func checkpoint() throws(SinkError)
}
