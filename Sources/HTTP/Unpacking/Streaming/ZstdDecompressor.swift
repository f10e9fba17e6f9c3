import CZstd

/// Unpacks Zstandard with its library; of several frames in a row all.
final class ZstdDecompressor: Decompressor {
    private let stream: OpaquePointer
    private(set) var hasMore = false
    private(set) var isAtEnd = false

    init?() {
        guard let stream = ZSTD_createDStream() else { return nil }
        self.stream = stream
    }

    deinit {
        ZSTD_freeDStream(stream)
    }

    func decompress(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(UnpackingFailure) -> (used: Int, made: Int) {
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let rest = ZSTD_decompressStream(stream, &target, &source)
        guard ZSTD_isError(rest) == 0 else { throw .broken }
        // Zero at the end of a frame; before it a hint how much is still to come.
        isAtEnd = rest == 0
        hasMore = rest != 0 && target.pos == target.size
        return (source.pos, target.pos)
    }
}
