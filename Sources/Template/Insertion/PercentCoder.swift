/// Percent-encoding (RFC 3986, 2.1) of all but the unreserved characters.
enum PercentCoder {
    /// - Parameter keepsSlash: whether `/` stays as it is, too.
    static func encode(_ text: String, keepsSlash: Bool = false) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case _ where CharacterClass.isLetter(byte) || CharacterClass.isDigit(byte): result.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): result.append(byte)
            case UInt8(ascii: "/") where keepsSlash: result.append(byte)
            default:
                result.append(UInt8(ascii: "%"))
                result.append(Hexadecimal.upperDigits[Int(byte >> 4)])
                result.append(Hexadecimal.upperDigits[Int(byte & 0x0F)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
