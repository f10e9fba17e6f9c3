/// Base64 (RFC 4648, 4 and 5) of a text, wherever it stands in what was encoded.
enum Base64Forms {
    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Both alphabets at the three alignments, without the digits that share bits with what stands around.
    static func all(of raw: [UInt8]) -> [[UInt8]] {
        [standard, urlSafe].flatMap { alphabet in (0..<3).map { digits(of: raw, after: $0, alphabet) } }
    }

    private static func digits(of raw: [UInt8], after skipped: Int, _ alphabet: [UInt8]) -> [UInt8] {
        let bytes = [UInt8](repeating: 0, count: skipped) + raw
        let first = (skipped * 8 + 5) / 6
        return (first..<bytes.count * 8 / 6).map { digit in
            let bit = digit * 6
            let high = UInt16(bytes[bit / 8]) << 8
            let low = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
            return alphabet[Int((high | low) >> UInt16(10 - bit % 8) & 0x3F)]
        }
    }
}
