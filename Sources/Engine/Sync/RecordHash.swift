import Crypto
import JSON

/// The hash by which a record is known again: 128 bits of its compact JSON form.
struct RecordHash: Sendable, Hashable {
    let high: UInt64
    let low: UInt64

    init(_ record: JSONNode, scratch: inout [UInt8]) {
        scratch.removeAll(keepingCapacity: true)
        record.write(to: &scratch)
        var digest = SHA256.hash(data: scratch).makeIterator()
        high = Self.word(&digest)
        low = Self.word(&digest)
    }

    /// A hash from its 16 bytes; nil for fewer.
    init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        var iterator = bytes.makeIterator()
        high = Self.word(&iterator)
        low = Self.word(&iterator)
    }

    /// Its 16 bytes.
    var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
    }

    private static func word(_ bytes: inout some IteratorProtocol<UInt8>) -> UInt64 {
        (0..<8).reduce(0) { word, _ in word << 8 | UInt64(bytes.next() ?? 0) }
    }
}
