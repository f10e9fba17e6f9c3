/// The tokens of a document in their order.
///
/// A word a token: kind (3 bits), whether a string has escapes (1 bit), offset (30 bits) and length (30 bits) in the
/// document's bytes. A container has a second word: the index past its last token, and its count.
struct Tape {
    static let maximumBytes = 1 << 30

    private(set) var words: UnsafeMutablePointer<UInt64>
    private(set) var count = 0
    private var capacity: Int

    init(byteCount: Int) {
        capacity = byteCount / 8 + 16
        words = .allocate(capacity: capacity)
    }

    @inline(__always)
    mutating func append(_ word: UInt64) {
        if count == capacity { grow() }
        words[count] = word
        count &+= 1
    }

    @inline(__always)
    static func word(_ kind: UInt64, _ start: Int, _ length: Int) -> UInt64 {
        kind << 61 | UInt64(truncatingIfNeeded: start) << 30 | UInt64(truncatingIfNeeded: length)
    }

    static let escapes: UInt64 = 1 << 60

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: words, count: count)
        words.deallocate()
        words = larger
        capacity *= 2
    }
}
