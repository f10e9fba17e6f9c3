/// Percent-encoding of texts that go into URLs and forms.
public enum PercentEncoding {
    /// Encodes all but letters, digits and `-._~` (RFC 3986, 2.3).
    public static func encode(_ text: String) -> String {
        encode(text.utf8, keeping: isUnreserved)
    }

    /// Whether a byte means itself wherever it stands (RFC 3986, 2.3).
    static func isUnreserved(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "-._~".utf8.contains(byte)
    }

    /// Encodes as a form does: all but letters, digits and `*-._`, a blank as `+` (RFC 6749, appendix B).
    public static func encodeForForm(_ text: String) -> String {
        encode(text.utf8, blank: UInt8(ascii: "+")) { isAlphanumeric($0) || "*-._".utf8.contains($0) }
    }

    /// The text of percent-encoded text; a `%` that begins no escape stands for itself, bytes that are no UTF-8 become U+FFFD.
    public static func decode(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue.map(UInt8.init) }
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                result.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Encodes the bytes that a test does not hold for.
    static func encode(
        _ bytes: some Sequence<UInt8>, blank: UInt8? = nil, keeping isKept: (UInt8) -> Bool
    ) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            if isKept(byte) {
                result.append(byte)
            } else if byte == UInt8(ascii: " "), let blank {
                result.append(blank)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
