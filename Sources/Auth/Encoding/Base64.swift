import FoundationEssentials

/// Base64, RFC 4648 section 4.
enum Base64 {
    static func encode(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }
}
