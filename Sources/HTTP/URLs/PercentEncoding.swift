/// Percent-encoding of texts that go into URLs and forms.
public enum PercentEncoding {
    /// Encodes all but letters, digits and `-._~` (RFC 3986, 2.3).
    public static func encode(_ text: String) -> String {
        encode(text.utf8) { isAlphanumeric($0) || "-._~".utf8.contains($0) }
    }

    /// Encodes as a form does: all but letters, digits and `*-._`, a blank as `+` (RFC 6749, appendix B).
    public static func encodeForForm(_ text: String) -> String {
        encode(text.utf8, blank: UInt8(ascii: "+")) { isAlphanumeric($0) || "*-._".utf8.contains($0) }
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
