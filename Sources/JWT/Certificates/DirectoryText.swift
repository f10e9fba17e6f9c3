internal import SwiftASN1

/// A text in a certificate, whichever of ASN.1's kinds of string it is.
enum DirectoryText {
    /// The text; `?` for a value that is none.
    static func text(_ field: DERField) -> String {
        guard case .primitive(let bytes) = field.node.content else { return "?" }
        switch field.node.identifier {
        case .utf8String, .printableString, .ia5String, .numericString, .visibleString:
            return String(decoding: bytes, as: UTF8.self)
        case .teletexString:
            // In practice it is Latin-1.
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case .bmpString:
            let start = bytes.startIndex
            let units = (0..<bytes.count / 2).map {
                UInt16(bytes[start + 2 * $0]) << 8 | UInt16(bytes[start + 2 * $0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        default: return "?"
        }
    }
}
