import JSON

/// A table of a database as an output.
final class DatabaseSink: Sink, CommittedOutput {
    private enum State {
        case open, finished, published, committed, ended
    }

    private let session: DatabaseSession
    private let writer: any TableWriter
    private var state = State.open
    private var failure: SinkError?

    init(_ session: DatabaseSession, _ writer: any TableWriter) {
        self.session = session
        self.writer = writer
    }

    deinit {
        if state != .ended { session.end(writer) }
    }

    var isTable: Bool { true }
    var databaseID: String? { session.id }
    var changedFolders: [String] { [] }

    func write(_ batch: RecordBatch) throws(SinkError) {
        if let failure { throw failure }
        guard case .open = state else { throw .closed(writer.name) }
        try noting { () throws(SinkError) in try writer.write(batch) }
    }

    func checkpoint() throws(SinkError) {
        if let failure { throw failure }
        guard case .open = state else { return }
        try noting { () throws(SinkError) in try session.checkpoint() }
    }

    func position(of owner: SinkOwner) throws(SinkError) -> JSONValue? {
        try session.position(of: owner, for: writer)
    }

    func setPosition(_ position: JSONValue, of owner: SinkOwner) throws(SinkError) {
        session.setPosition(position, of: owner)
    }

    func finish() throws(SinkError) {
        if let failure { throw failure }
        if case .open = state { state = .finished }
    }

    func publish() throws(SinkError) {
        guard case .finished = state else { return }
        state = .published
        try noting { () throws(SinkError) in try session.publish(writer) }
    }

    func commitPublication() throws(SinkError) {
        guard case .published = state else { return }
        try noting { () throws(SinkError) in try session.settle() }
        state = .committed
    }

    func seal() throws(SinkError) {
        try commitPublication()
        end()
    }

    func rollback() throws(SinkError) {
        guard state != .ended else { return }
        let isCommitted = state == .committed
        session.rollback()
        end()
        guard isCommitted else { return }
        throw SinkError(
            .failed, path: writer.name, operation: .rollback, message: "the database has committed it already")
    }

    private func end() {
        guard state != .ended else { return }
        state = .ended
        session.end(writer)
    }

    private func noting(_ body: () throws(SinkError) -> Void) throws(SinkError) {
        do throws(SinkError) {
            try body()
        } catch {
            failure = error
            throw error
        }
    }
}
