/// Hexadecimal digits.
enum Hex {
    /// The digits, in lower case.
    static let digits = Array("0123456789abcdef".utf8)

    /// The value of a digit.
    static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
