import JSON
import State

/// A record that was written, by its hash and the order key of its watermark.
struct SeenMark: Sendable, Hashable {
    var hash: RecordHash
    var mark: Int64
}

extension [SeenMark] {
    /// The form in which a database keeps them beside a position: 48 hexadecimal digits each.
    var packed: String {
        var text = ""
        text.reserveCapacity(count * 48)
        for seen in self {
            for word in [seen.hash.high, seen.hash.low, UInt64(bitPattern: seen.mark)] {
                let digits = String(word, radix: 16)
                text += String(repeating: "0", count: 16 - digits.count) + digits
            }
        }
        return text
    }

    /// Those of a packed text; none when it is damaged.
    init(packed text: String) {
        self.init()
        var words: [UInt64] = []
        var rest = text.utf8[...]
        while !rest.isEmpty {
            guard rest.count >= 16, let word = UInt64(String(decoding: rest.prefix(16), as: UTF8.self), radix: 16)
            else { return }
            words.append(word)
            rest = rest.dropFirst(16)
        }
        for start in stride(from: 0, to: words.count - words.count % 3, by: 3) {
            append(
                SeenMark(
                    hash: RecordHash(high: words[start], low: words[start + 1]),
                    mark: Int64(bitPattern: words[start + 2])))
        }
    }
}

extension RecordHash {
    /// A hash from its two words.
    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
