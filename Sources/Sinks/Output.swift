/// Something a run writes, which shows only when the run publishes it, or is taken back.
///
/// The order is `finish`, `publish`, `seal`; `rollback` may come instead of any of them, and takes back what was done
/// until then. `OutputSet` goes through it for several outputs together.
public protocol Output: AnyObject {
    /// Writes everything to the disk and closes the file.
    ///
    /// Once it is finished, doing it again changes nothing.
    ///
    /// - Throws: what the system says, or the failure of an earlier write.
    func finish() throws(SinkError)

    /// Shows what was written; the old file is kept until `seal`.
    func publish() throws(SinkError)

    /// Makes the publication final.
    func seal() throws(SinkError)

    /// Puts back what was there before.
    ///
    /// What a stream has passed on cannot be taken back, and is no error.
    func rollback() throws(SinkError)

    /// The folders whose entries change when it is published.
    var changedFolders: [String] { get }
}
