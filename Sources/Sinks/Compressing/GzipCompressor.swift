import CZlib

/// Compresses with zlib, at its usual level (6); no name and no time are in the header, so the same records give the
/// same bytes.
final class GzipCompressor: Compressor {
    /// On the heap: zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)

    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = CInt(MemoryLayout<z_stream>.size)
        guard deflateInit2_(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            stream.deallocate()
            output.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    func compress(
        _ bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void
    ) throws(SinkError) {
        var rest = bytes
        while !rest.isEmpty {
            // zlib counts in 32 bits.
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
            stream.pointee.next_in = part.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.pointee.avail_in = UInt32(part.count)
            while stream.pointee.avail_in > 0 { _ = try step(Z_NO_FLUSH, write) }
        }
    }

    func end(_ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void) throws(SinkError) {
        while try step(Z_FINISH, write) != Z_STREAM_END {}
        restart()
    }

    func restart() { deflateReset(stream) }

    private func step(
        _ flush: CInt, _ write: (UnsafeRawBufferPointer) throws(SinkError) -> Void
    ) throws(SinkError) -> CInt {
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = deflate(stream, flush)
        let count = output.count - Int(stream.pointee.avail_out)
        try write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<count]))
        return status
    }
}

/// Unpacks the beginning of a gzip file.
enum GzipHead {
    static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        var stream = z_stream()
        guard czlib_inflate_init_gzip(&stream) == Z_OK, let length = UInt32(exactly: bytes.count) else { return [] }
        defer { inflateEnd(&stream) }
        return bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: limit) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = length
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: limit)
                while stream.avail_in > 0, stream.avail_out > 0 {
                    let status = inflate(&stream, Z_NO_FLUSH)
                    if status == Z_STREAM_END, inflateReset(&stream) == Z_OK { continue }
                    guard status == Z_OK else { break }
                }
                count = limit - Int(stream.avail_out)
            }
        }
    }
}
