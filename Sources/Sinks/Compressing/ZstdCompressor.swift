import CZstd

/// Compresses with the library of Zstandard, at its usual level (3) and with checksums.
final class ZstdCompressor: Compressor {
    private let context: OpaquePointer
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: ZSTD_CStreamOutSize(), alignment: 16)

    init?() {
        guard let context = ZSTD_createCCtx() else {
            output.deallocate()
            return nil
        }
        self.context = context
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }

    deinit {
        ZSTD_freeCCtx(context)
        output.deallocate()
    }

    func compress(
        _ bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void
    ) throws(SinkError) {
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        while input.pos < input.size { _ = try step(&input, ZSTD_e_continue, write) }
    }

    func end(_ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void) throws(SinkError) {
        var input = ZSTD_inBuffer(src: nil, size: 0, pos: 0)
        while try step(&input, ZSTD_e_end, write) != 0 {}
    }

    func restart() { ZSTD_CCtx_reset(context, ZSTD_reset_session_only) }

    /// - Returns: how much is left to be written.
    private func step(
        _ input: inout ZSTD_inBuffer, _ directive: ZSTD_EndDirective,
        _ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void
    ) throws(SinkError) -> Int {
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let rest = ZSTD_compressStream2(context, &target, &input, directive)
        guard ZSTD_isError(rest) == 0 else {
            throw SinkError(
                .failed, path: "", operation: .write,
                message: "Zstandard fails: \(String(cString: ZSTD_getErrorName(rest)))")
        }
        try write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<target.pos]))
        return rest
    }
}

/// Unpacks the beginning of a Zstandard file.
enum ZstdHead {
    static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        guard let stream = ZSTD_createDStream() else { return [] }
        defer { ZSTD_freeDStream(stream) }
        return bytes.withUnsafeBytes { input in
            [UInt8](unsafeUninitializedCapacity: limit) { output, count in
                var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
                var target = ZSTD_outBuffer(dst: output.baseAddress, size: limit, pos: 0)
                while source.pos < source.size, target.pos < target.size {
                    if ZSTD_isError(ZSTD_decompressStream(stream, &target, &source)) != 0 { break }
                }
                count = target.pos
            }
        }
    }
}
