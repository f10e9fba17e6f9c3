/// Turns libyaml's marks, which count Unicode scalars, into byte offsets.
///
/// Marks go forwards but for small steps back, so walking from the last one to the next is cheap.
struct ScalarCursor {
    private var scalar = 0
    private var offset: Int

    /// - Parameter start: the byte offset of the scalar with number 0.
    init(start: Int) {
        offset = start
    }

    /// The byte offset of a scalar.
    mutating func move(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        while scalar < target, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            scalar += 1
        }
        while scalar > target, offset > 0 {
            offset -= 1
            while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            scalar -= 1
        }
        return offset
    }
}
