/// Bytes on their way to a file, which gets them in large pieces.
struct OutputBuffer {
    /// From how many bytes on they are written.
    private static let limit = 256 << 10
    /// The capacity that is kept; what one huge record took is given back.
    private static let keptCapacity = 4 << 20

    var bytes: [UInt8] = []

    /// Whether it is time to write.
    var isFull: Bool { bytes.count >= Self.limit }

    /// Writes what there is.
    mutating func flush(_ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void) throws(SinkError) {
        guard !bytes.isEmpty else { return }
        try bytes.span.bytes.withUnsafeBytes(write)
        bytes.removeAll(keepingCapacity: bytes.capacity <= Self.keptCapacity)
    }
}
