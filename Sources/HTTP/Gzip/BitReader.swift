/// Reads bits, the least significant of each byte first (RFC 1951, 3.1.1).
struct BitReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private var bits: UInt64 = 0
    private var count = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The place of the next whole byte that was not begun.
    var byteOffset: Int { position - count / 8 }

    /// The next bits without taking them, at most 15; behind the end they are zero.
    mutating func peek(_ wanted: Int) -> Int {
        fill(wanted)
        return Int(bits & (1 << UInt64(wanted) - 1))
    }

    /// Takes bits that were looked at; false when there are not as many.
    mutating func skip(_ wanted: Int) -> Bool {
        fill(wanted)
        guard wanted <= count else { return false }
        bits >>= UInt64(wanted)
        count -= wanted
        return true
    }

    /// Takes the next bits, at most 15; nil when there are not as many.
    mutating func read(_ wanted: Int) -> Int? {
        let value = peek(wanted)
        return skip(wanted) ? value : nil
    }

    /// Takes whole bytes from the next byte boundary; nil when there are not as many.
    mutating func readBytes(_ wanted: Int) -> UnsafeBufferPointer<UInt8>? {
        let start = byteOffset
        guard wanted <= bytes.count - start else { return nil }
        position = start + wanted
        bits = 0
        count = 0
        return UnsafeBufferPointer(rebasing: bytes[start..<position])
    }

    private mutating func fill(_ wanted: Int) {
        while count < wanted, position < bytes.count {
            bits |= UInt64(bytes[position]) << UInt64(count)
            position += 1
            count += 8
        }
    }
}
