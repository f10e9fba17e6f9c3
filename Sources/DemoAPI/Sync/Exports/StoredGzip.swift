/// Gzip of any size (RFC 1951, RFC 1952): blocks that are stored as they are, so that the server needs no zlib.
enum StoredGzip {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }

    /// One gzip file.
    static func file(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var packed: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        packed.reserveCapacity(bytes.count + bytes.count / 10_000 + 64)
        var rest = bytes
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            packed += [rest.isEmpty ? 1 : 0] + little(length) + little(~length)
            packed += block
        } while !rest.isEmpty
        return packed + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Two gzip files, one after the other, which together are one.
    static func twoMembers(_ bytes: [UInt8]) -> [UInt8] {
        file(bytes.prefix(bytes.count / 2)) + file(bytes.dropFirst(bytes.count / 2))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var sum: UInt32 = 0xffff_ffff
                for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
                return ~sum
            }
        }
    }
}
