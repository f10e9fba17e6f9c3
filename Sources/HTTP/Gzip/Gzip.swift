/// The gzip format, RFC 1952, for bodies that are it without saying so; libcurl decodes those that say so.
enum Gzip {
    /// Whether bytes begin as a gzip file does.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x1F, 0x8B, 8])
    }

    /// The bytes of a gzip file unpacked; of several in a row all.
    static func unpack(_ bytes: [UInt8], limit: Int) throws(Inflater.Failure) -> [UInt8] {
        let result = bytes.withUnsafeBufferPointer { bytes -> Result<[UInt8], Inflater.Failure> in
            var output: [UInt8] = []
            var position = 0
            do throws(Inflater.Failure) {
                while position < bytes.count { try unpackMember(bytes, at: &position, to: &output, limit: limit) }
                return .success(output)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func unpackMember(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, to output: inout [UInt8], limit: Int
    ) throws(Inflater.Failure) {
        guard let dataStart = endOfHeader(bytes, from: position) else { throw .broken }
        let start = output.count
        var inflater = Inflater(BitReader(bytes, at: dataStart), output: output, limit: limit)
        output = []
        try inflater.run()
        output = inflater.output
        var reader = inflater.reader
        guard let trailer = reader.readBytes(8) else { throw .broken }
        let checksum = trailer.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard CRC32.checksum(output[start...]) == checksum else { throw .broken }
        position = reader.byteOffset
    }

    /// Where the compressed data begin; nil when this is no gzip header.
    private static func endOfHeader(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard bytes.count - start >= 18, bytes[start] == 0x1F, bytes[start + 1] == 0x8B, bytes[start + 2] == 8 else {
            return nil
        }
        let flags = bytes[start + 3]
        var position = start + 10
        if flags & 4 != 0 {
            position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
        }
        // The file's name and a comment, each ended by a zero.
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else { return nil }
            position = end + 1
        }
        if flags & 2 != 0 { position += 2 }
        return position < bytes.count ? position : nil
    }
}
