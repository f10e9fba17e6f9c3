/// Stdout, a pipe or a device: what is written is gone.
final class StreamDestination: Destination {
    private let path: String
    private var descriptor: FileDescriptor?
    private var length = 0

    init(_ descriptor: FileDescriptor, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// What messages call standard output.
    static let standardOutputName = "stdout"

    /// Standard output.
    static func standardOutput() throws(SinkError) -> StreamDestination {
        let descriptor = try SinkError.wrapping(.open, standardOutputName, try FileDescriptor.duplicate(1))
        return StreamDestination(descriptor, path: standardOutputName)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
        guard let descriptor else { throw .closed(path) }
        try SinkError.wrapping(.write, path, try descriptor.writeAll(bytes, counting: &length))
    }

    func restart() throws(SinkError) {
        guard length > 0 else { return }
        throw SinkError(
            .unsuitable, path: path, operation: .write, message: "what was written to it cannot be taken back",
            advice: "write to a file")
    }

    func finish() throws(SinkError) { descriptor = nil }
    func rollback() throws(SinkError) { descriptor = nil }
    func checkpoint() throws(SinkError) {}
    func publish() throws(SinkError) {}
    func seal() throws(SinkError) {}
    var changedFolders: [String] { [] }
}
