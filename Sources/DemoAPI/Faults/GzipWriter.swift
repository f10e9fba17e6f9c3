/// Writes gzip by hand (RFC 1951, RFC 1952), so that the server needs no zlib.
enum GzipWriter {
    private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

    /// A valid gzip file whose only block is stored; `bytes` are at most 65,535.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(truncatingIfNeeded: bytes.count)
        return header + [1] + little(length) + little(~length) + bytes
            + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// The start of a bomb: the header, then a stored block with one space, which is JSON's white space.
    static let bombHead = header + [0] + little(UInt16(1)) + little(~UInt16(1)) + [0x20]

    /// A whole block of fixed codes whose length is a number of bytes, so that it repeats: eight times "the last byte
    /// 258 times more", with the block's own bits before and behind.
    static let bombPattern: [UInt8] = {
        var bits = BitWriter()
        bits.append(0, count: 1)  // not the last block
        bits.append(1, count: 2)  // fixed codes
        for _ in 0..<8 {
            bits.appendCode(0b1100_0101, count: 8)  // length 258
            bits.appendCode(0, count: 5)  // distance 1
        }
        bits.appendCode(0, count: 7)  // end of block
        // An empty stored block brings the position back to a byte boundary.
        bits.append(0, count: 3)
        bits.align()
        return bits.bytes + [0, 0, 0xff, 0xff]
    }()

    /// How many bytes the pattern stands for.
    static let bombPatternSize = 8 * 258

    /// The end of a bomb: an empty last block and a trailer that does not fit; nobody should get that far.
    static let bombTail: [UInt8] = [1, 0, 0, 0xff, 0xff] + [UInt8](repeating: 0, count: 8)

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xffff_ffff
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1
            }
        }
        return ~sum
    }

    /// Bits, the least significant first, as deflate packs them.
    private struct BitWriter {
        var bytes: [UInt8] = []
        private var used = 0

        mutating func append(_ value: Int, count: Int) {
            for position in 0..<count {
                if used == 0 { bytes.append(0) }
                bytes[bytes.count - 1] |= UInt8(value >> position & 1) << UInt8(used)
                used = (used + 1) % 8
            }
        }

        /// Huffman codes go in with their most significant bit first.
        mutating func appendCode(_ code: Int, count: Int) {
            for position in (0..<count).reversed() {
                append(code >> position & 1, count: 1)
            }
        }

        mutating func align() {
            used = 0
        }
    }
}
