import CZstd

/// Unpacks Zstandard with its library.
enum ZstdUnpacker {
    static func unpack(_ bytes: [UInt8], limit: Int) throws(UnpackingFailure) -> [UInt8] {
        guard let stream = ZSTD_createDStream() else { throw .broken }
        defer { ZSTD_freeDStream(stream) }
        let result = bytes.withUnsafeBytes { input -> Result<[UInt8], UnpackingFailure> in
            var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            var output = UnpackedBytes(limit: limit)
            do throws(UnpackingFailure) {
                while true {
                    var rest = 0
                    var isFull = false
                    try output.append { space in
                        var target = ZSTD_outBuffer(dst: space.baseAddress, size: space.count, pos: 0)
                        rest = ZSTD_decompressStream(stream, &target, &source)
                        isFull = target.pos == target.size
                        return target.pos
                    }
                    if ZSTD_isError(rest) != 0 { throw .broken }
                    guard source.pos == source.size, !isFull else { continue }
                    // What is left to come is zero at the end of a file.
                    guard rest == 0 else { throw .broken }
                    return .success(output.bytes)
                }
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
