/// A format on a destination.
final class RecordSink: Sink, StagedOutput {
    private var output: BufferedDestination
    private var encoder: any RecordEncoder
    private let isStream: Bool
    private var isEnded = false

    init(_ configuration: SinkConfiguration) throws(SinkError) {
        let (destination, path) = try configuration.destination()
        do throws(SinkError) {
            encoder = try configuration.encoder(on: destination, path: path)
        } catch {
            try destination.rollback()
            throw error
        }
        output = BufferedDestination(destination, path: path)
        isStream = destination is StreamDestination
    }

    func write(_ batch: RecordBatch) throws(SinkError) {
        try output.checkOpen()
        encoder.prepare(for: batch)
        for record in batch.records {
            do throws(UnfitRecord) {
                try encoder.encode(record, to: &output.buffer.bytes)
            } catch {
                throw output.fail(SinkError(error, path: output.path))
            }
            try output.flushWhenFull()
        }
        if isStream { try output.flush() }
    }

    func checkpoint() throws(SinkError) { try output.checkpoint() }

    func finish() throws(SinkError) {
        if !isEnded { encoder.end(&output.buffer.bytes) }
        isEnded = true
        try output.finish()
    }

    func publish() throws(SinkError) { try output.publish() }
    func seal() throws(SinkError) { try output.seal() }

    func rollback() throws(SinkError) {
        isEnded = true
        try output.rollback()
    }

    var changedFolders: [String] { output.changedFolders }
    var pendingPublication: PendingPublication? { output.pendingPublication }
    var appendPoint: AppendPoint? { output.appendPoint }
}
