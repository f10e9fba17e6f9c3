import Synchronization

/// A file that takes the body of an answer, in pieces and from any thread.
public final class DownloadFile: Output, Sendable {
    private let output: Mutex<BufferedDestination>

    /// Opens the file, so that one that cannot be written is known before anything is sent.
    ///
    /// The path is taken as `SinkConfiguration.open` takes it; the file is replaced as a whole.
    ///
    /// - Throws: why it cannot be written.
    public init(path: String) throws(SinkError) {
        output = Mutex(BufferedDestination(try SinkConfiguration.Mode.replace.destination(at: path), path: path))
    }

    /// Forgets what was written: the body comes once more, from its beginning.
    ///
    /// - Throws: what the system says, or that a stream cannot go back.
    public func begin() throws(SinkError) {
        try output.withLock { output throws(SinkError) in try output.restart() }
    }

    /// Adds a piece of the body.
    ///
    /// - Throws: what the system says.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
        try output.withLock { output throws(SinkError) in
            try output.checkOpen()
            output.buffer.bytes.append(contentsOf: bytes)
            try output.flushWhenFull()
        }
    }

    /// Writes everything to the disk and closes the file.
    public func finish() throws(SinkError) {
        try output.withLock { output throws(SinkError) in try output.finish() }
    }

    /// Shows what was written; the old file is kept until `seal`.
    public func publish() throws(SinkError) {
        try output.withLock { output throws(SinkError) in try output.publish() }
    }

    /// Makes the publication final.
    public func seal() throws(SinkError) {
        try output.withLock { output throws(SinkError) in try output.seal() }
    }

    /// Puts back what was there before.
    public func rollback() throws(SinkError) {
        try output.withLock { output throws(SinkError) in try output.rollback() }
    }

    /// The folders whose entries change when it is published.
    public var changedFolders: [String] {
        output.withLock { $0.changedFolders }
    }
}

extension DownloadFile: StagedOutput {
    var pendingPublication: PendingPublication? { output.withLock { $0.pendingPublication } }
}
