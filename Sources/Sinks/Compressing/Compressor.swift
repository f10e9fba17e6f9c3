/// Compresses bytes in members (gzip) or frames (Zstandard): each can be unpacked by itself, and many in a row too.
protocol Compressor: AnyObject {
    /// Compresses bytes; what is ready is given to `write`.
    func compress(
        _ bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void
    ) throws(SinkError)

    /// Ends the member; what comes next begins a new one.
    func end(_ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void) throws(SinkError)

    /// Forgets the member that has begun.
    func restart()
}

extension Compression {
    /// What compresses so; nil when there is no memory for it.
    func compressor() -> (any Compressor)? {
        switch self {
        case .gzip: GzipCompressor()
        case .zstd: ZstdCompressor()
        }
    }

    /// What a file begins with.
    var signature: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B, 0x08]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        }
    }

    /// The beginning of what compressed bytes hold, as far as they go and up to a limit.
    func head(of bytes: [UInt8], limit: Int) -> [UInt8] {
        switch self {
        case .gzip: GzipHead.unpack(bytes, limit: limit)
        case .zstd: ZstdHead.unpack(bytes, limit: limit)
        }
    }

    var noun: String {
        switch self {
        case .gzip: "gzip"
        case .zstd: "Zstandard"
        }
    }
}
