import FoundationEssentials

/// Base64, RFC 4648 sections 4 and 5.
enum Base64 {
    static func encode(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }

    /// The bytes of the URL-safe alphabet, with or without padding; nil for other text.
    static func decodeURLSafe(_ text: some StringProtocol) -> [UInt8]? {
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }) else { return nil }
        var digits = String(text).replacing("-", with: "+").replacing("_", with: "/")
        while digits.last == "=" { digits.removeLast() }
        digits += String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
        return Data(base64Encoded: digits).map { [UInt8]($0) }
    }
}
