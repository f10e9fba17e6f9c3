/// A destination whose bytes are compressed on their way.
///
/// A file that is added to gets a member of its own for what comes between two checkpoints, so that what a checkpoint
/// has made permanent can be unpacked whatever follows.
final class CompressedDestination: Destination, AppendingDestination, StagedOutput {
    private let destination: any Destination
    private let path: String
    private let compression: Compression
    private let compressor: any Compressor
    /// Whether a member has begun and not ended.
    private var isOpen = false
    private var isEmpty = true

    /// - Throws: that what is to be added to is not compressed so.
    init(_ destination: any Destination, _ compression: Compression, path: String) throws(SinkError) {
        self.destination = destination
        self.path = path
        self.compression = compression
        guard let compressor = compression.compressor() else {
            throw SinkError(.failed, path: path, operation: .open, message: "there is no memory to compress it")
        }
        self.compressor = compressor
        let start = try (destination as? any AppendingDestination)?.head(compression.signature.count) ?? []
        guard start.isEmpty || start == compression.signature else {
            throw SinkError(
                .unsuitable, path: path, operation: .open, message: "it is no \(compression.noun) file",
                advice: "name another file: its ending says how it is compressed")
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
        guard !bytes.isEmpty else { return }
        isOpen = true
        isEmpty = false
        try naming { () throws(SinkError) in try compressor.compress(bytes, pass) }
    }

    func checkpoint() throws(SinkError) {
        if destination is any AppendingDestination { try endMember() }
        try destination.checkpoint()
    }

    func restart() throws(SinkError) {
        compressor.restart()
        isOpen = false
        isEmpty = true
        try destination.restart()
    }

    func finish() throws(SinkError) {
        // A file of its own is one member at least, so that it can be unpacked.
        if isEmpty, !(destination is any AppendingDestination) { isOpen = true }
        isEmpty = false
        try endMember()
        try destination.finish()
    }

    func publish() throws(SinkError) { try destination.publish() }
    func seal() throws(SinkError) { try destination.seal() }
    func rollback() throws(SinkError) { try destination.rollback() }
    var changedFolders: [String] { destination.changedFolders }
    var pendingPublication: PendingPublication? { (destination as? any StagedOutput)?.pendingPublication }
    var appendPoint: AppendPoint? { (destination as? any AppendingDestination)?.appendPoint }

    /// How many compressed bytes are looked at for a header.
    private static let headSize = 1 << 20

    func head(_ count: Int) throws(SinkError) -> [UInt8] {
        let bytes = try (destination as? any AppendingDestination)?.head(Self.headSize) ?? []
        return bytes.isEmpty ? [] : compression.head(of: bytes, limit: count)
    }

    private func endMember() throws(SinkError) {
        guard isOpen else { return }
        isOpen = false
        try naming { () throws(SinkError) in try compressor.end(pass) }
    }

    private func pass(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
        if !bytes.isEmpty { try destination.write(bytes) }
    }

    private func naming(_ body: () throws(SinkError) -> Void) throws(SinkError) {
        do throws(SinkError) {
            try body()
        } catch {
            guard error.path.isEmpty else { throw error }
            throw SinkError(error.code, path: path, operation: error.operation, message: error.message)
        }
    }
}
