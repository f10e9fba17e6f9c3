import CZlib

/// Unpacks gzip with zlib; of several members in a row all.
final class GzipDecompressor: Decompressor {
    /// zlib keeps a pointer to the structure, which must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var hasMore = false
    /// Whether a member has ended and nothing but padding has come since.
    private(set) var isAtEnd = false

    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard czlib_inflate_init_gzip(stream) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func decompress(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(UnpackingFailure) -> (used: Int, made: Int) {
        var padding = 0
        if isAtEnd {
            // Files are padded with zeros where they were on tapes, and gzip itself passes over them.
            padding = input.prefix { $0 == 0 }.count
            guard padding < input.count else { return (padding, 0) }
            guard inflateReset(stream) == Z_OK else { throw .broken }
            isAtEnd = false
        }
        let rest = UnsafeRawBufferPointer(rebasing: input[padding...])
        let length = min(rest.count, 1 << 30)
        stream.pointee.next_in = rest.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(length)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        let used = padding + length - Int(stream.pointee.avail_in)
        let made = output.count - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END: (isAtEnd, hasMore) = (true, false)
        // Nothing could be done for want of input.
        case Z_OK, Z_BUF_ERROR: hasMore = made == output.count
        default: throw .broken
        }
        return (used, made)
    }
}
