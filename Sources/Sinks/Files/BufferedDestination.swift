/// A destination with a buffer before it; after a failure nothing more is written, and nothing can be published.
struct BufferedDestination {
    let path: String
    private let destination: any Destination
    var buffer = OutputBuffer()
    private var isFinished = false
    private var failure: SinkError?

    init(_ destination: any Destination, path: String) {
        self.destination = destination
        self.path = path
    }

    /// Whether the buffer may be added to.
    ///
    /// - Throws: what failed before, or that it is finished.
    func checkOpen() throws(SinkError) {
        if let failure { throw failure }
        guard !isFinished else { throw .closed(path) }
    }

    /// Passes on what is in the buffer, when it is much.
    mutating func flushWhenFull() throws(SinkError) {
        if buffer.isFull { try flush() }
    }

    /// Passes on what is in the buffer.
    mutating func flush() throws(SinkError) {
        if let failure { throw failure }
        do throws(SinkError) {
            try buffer.flush(destination.write)
        } catch {
            throw fail(error)
        }
    }

    /// Notes a failure.
    mutating func fail(_ error: SinkError) -> SinkError {
        failure = error
        return error
    }

    mutating func restart() throws(SinkError) {
        buffer = OutputBuffer()
        failure = nil
        try destination.restart()
    }

    mutating func checkpoint() throws(SinkError) {
        try flush()
        try destination.checkpoint()
    }

    mutating func finish() throws(SinkError) {
        try flush()
        try destination.finish()
        end()
    }

    func publish() throws(SinkError) { try destination.publish() }
    func seal() throws(SinkError) { try destination.seal() }

    mutating func rollback() throws(SinkError) {
        end()
        try destination.rollback()
    }

    var changedFolders: [String] { destination.changedFolders }
    var pendingPublication: PendingPublication? { (destination as? any StagedOutput)?.pendingPublication }
    var appendPoint: AppendPoint? { (destination as? any AppendingDestination)?.appendPoint }

    private mutating func end() {
        isFinished = true
        buffer = OutputBuffer()
    }
}
