/// The bytes of a text in hexadecimal.
enum HexForms {
    static let upper = Array("0123456789ABCDEF".utf8)
    static let lower = Array("0123456789abcdef".utf8)

    /// In upper and lower case.
    static func all(of raw: [UInt8]) -> [[UInt8]] {
        [upper, lower].map { digits in raw.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] } }
    }
}
