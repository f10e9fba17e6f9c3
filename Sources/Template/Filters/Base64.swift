/// Base64 (RFC 4648, 4 and 5).
enum Base64 {
    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// - Parameter isURLSafe: the alphabet for URLs and file names, without padding.
    static func text(of bytes: [UInt8], isURLSafe: Bool) -> String {
        let digits = isURLSafe ? urlSafe : standard
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for place in 0...group.count { result.append(digits[Int(bits >> UInt32(18 - 6 * place) & 0x3F)]) }
            if !isURLSafe { result.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - group.count)) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
