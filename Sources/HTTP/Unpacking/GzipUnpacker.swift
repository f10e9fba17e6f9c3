import CZlib

/// Unpacks gzip with zlib.
enum GzipUnpacker {
    static func unpack(_ bytes: [UInt8], limit: Int) throws(UnpackingFailure) -> [UInt8] {
        var stream = z_stream()
        guard czlib_inflate_init_gzip(&stream) == Z_OK else { throw .broken }
        defer { inflateEnd(&stream) }
        // zlib counts in 32 bits; a body is never that long.
        guard let length = UInt32(exactly: bytes.count) else { throw .tooLarge }
        let result = bytes.withUnsafeBufferPointer { input -> Result<[UInt8], UnpackingFailure> in
            stream.next_in = input.baseAddress
            stream.avail_in = length
            var output = UnpackedBytes(limit: limit)
            do throws(UnpackingFailure) {
                while true {
                    var status = Z_OK
                    try output.append { space in
                        stream.next_out = space.baseAddress
                        stream.avail_out = UInt32(space.count)
                        status = inflate(&stream, Z_NO_FLUSH)
                        return space.count - Int(stream.avail_out)
                    }
                    switch status {
                    case Z_OK: continue
                    case Z_STREAM_END where stream.avail_in == 0: return .success(output.bytes)
                    // Another file follows.
                    case Z_STREAM_END: guard inflateReset(&stream) == Z_OK else { throw .broken }
                    default: throw .broken
                    }
                }
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
