/// Byte sequences to be found all at once.
struct NeedleIndex {
    /// The shortest sequence that is looked for; its first bytes are the key.
    static let minimumLength = 4

    private var known: Set<[UInt8]> = []
    /// By their first four bytes, the longest first.
    private var byStart: [UInt32: [[UInt8]]] = [:]
    /// Which pairs of first bytes occur, so that most places are passed over with one look.
    private var pairs = [Bool](repeating: false, count: 1 << 16)

    /// Adds a sequence; one that is too short is left out.
    mutating func insert(_ needle: [UInt8]) {
        guard needle.count >= Self.minimumLength, known.insert(needle).inserted else { return }
        pairs[Int(needle[0]) << 8 | Int(needle[1])] = true
        var alike = byStart[Self.key(needle, 0), default: []]
        alike.insert(needle, at: alike.firstIndex { $0.count < needle.count } ?? alike.endIndex)
        byStart[Self.key(needle, 0)] = alike
    }

    /// The bytes with each sequence replaced, from the left and the longest first; nil when there is none.
    func replaceAll(in bytes: [UInt8], with replacement: [UInt8]) -> [UInt8]? {
        guard !known.isEmpty, bytes.count >= Self.minimumLength else { return nil }
        var result: [UInt8] = []
        var copied = 0
        var place = 0
        while place + Self.minimumLength <= bytes.count {
            if pairs[Int(bytes[place]) << 8 | Int(bytes[place + 1])], let length = match(in: bytes, at: place) {
                result.append(contentsOf: bytes[copied..<place])
                result.append(contentsOf: replacement)
                place += length
                copied = place
            } else {
                place += 1
            }
        }
        guard copied > 0 else { return nil }
        result.append(contentsOf: bytes[copied...])
        return result
    }

    private func match(in bytes: [UInt8], at place: Int) -> Int? {
        let rest = bytes[place...]
        return byStart[Self.key(bytes, place)]?.first { rest.starts(with: $0) }?.count
    }

    private static func key(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
    }
}
