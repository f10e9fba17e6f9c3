/// A Huffman code of RFC 1951, section 3.2.2, as a table by the next 15 bits.
struct HuffmanTable {
    private static let maximumLength = 15

    /// For each sequence of bits the symbol, shifted by four, and the length of its code; 0 for none.
    private var entries: [UInt16]
    private let width: Int

    /// Makes the table of the code with these lengths, one for each symbol; nil when there is no such code.
    init?(lengths: some Collection<UInt8>) {
        width = Int(lengths.max() ?? 0)
        guard 1...Self.maximumLength ~= width else { return nil }
        var counts = [Int](repeating: 0, count: width + 1)
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var next = [Int](repeating: 0, count: width + 2)
        for length in 1...width { next[length + 1] = (next[length] + counts[length]) << 1 }
        // More codes than there is room for; fewer are allowed, and then some bits mean nothing.
        guard next[width + 1] <= 2 << width else { return nil }
        entries = [UInt16](repeating: 0, count: 1 << width)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length)
            let code = next[length]
            next[length] += 1
            let reversed = Self.reversed(code, length)
            for index in stride(from: reversed, to: entries.count, by: 1 << length) {
                entries[index] = UInt16(symbol << 4 | length)
            }
        }
    }

    /// Takes the next symbol; nil when the bits mean none.
    func read(_ reader: inout BitReader) -> Int? {
        let entry = entries[reader.peek(width)]
        guard entry != 0, reader.skip(Int(entry & 15)) else { return nil }
        return Int(entry >> 4)
    }

    private static func reversed(_ code: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 << 1 | code >> $1 & 1 }
    }
}
