/// Bytes as hexadecimal digits.
enum Hexadecimal {
    static let lowerDigits = Array("0123456789abcdef".utf8)
    static let upperDigits = Array("0123456789ABCDEF".utf8)

    /// The bytes in lower-case digits.
    static func text(of bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            result.append(lowerDigits[Int(byte >> 4)])
            result.append(lowerDigits[Int(byte & 0x0F)])
        }
        return String(decoding: result, as: UTF8.self)
    }
}
