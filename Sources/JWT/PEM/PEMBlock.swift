internal import FoundationEssentials

/// What stands between a BEGIN and an END line, RFC 7468.
struct PEMBlock {
    /// What it says to be: `PRIVATE KEY`, `CERTIFICATE` and the like.
    let label: String
    /// What stands between the lines.
    let body: ArraySlice<UInt8>
    /// Whether the END line is there.
    let isComplete: Bool

    /// Whether it is encrypted in the old manner, RFC 1421 section 4.6.1.1.
    var isEncrypted: Bool { ByteSearch.first("Proc-Type:", in: body) != nil }

    /// The content; nil when it is no base64.
    ///
    /// Line breaks may have become blanks, or the two characters `\n`.
    var content: [UInt8]? {
        var digits: [UInt8] = []
        var isEscaped = false
        for byte in body {
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: " "), 0x09...0x0D: isEscaped = false
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                if !isEscaped { digits.append(byte) }
                isEscaped = false
            default:
                if isEscaped { return nil }
                digits.append(byte)
            }
        }
        return Data(base64Encoded: Data(digits)).map { [UInt8]($0) }
    }

    /// The blocks of a text in their order, also those that are cut off.
    static func all(in text: String) -> [PEMBlock] {
        let bytes = Array(text.utf8)
        var blocks: [PEMBlock] = []
        var place = 0
        while let begin = ByteSearch.first("-----BEGIN ", in: bytes[place...]) {
            place = begin.upperBound
            guard let dashes = ByteSearch.first("-----", in: bytes[place...].prefix(64)) else { continue }
            let label = String(decoding: bytes[place..<dashes.lowerBound], as: UTF8.self)
            // Base64 has no dashes: the next ones are this block's END line, or it has none.
            let end = ByteSearch.first("-----", in: bytes[dashes.upperBound...])?.lowerBound ?? bytes.count
            let line = "-----END \(label)-----"
            let isComplete = bytes[end...].starts(with: line.utf8)
            blocks.append(PEMBlock(label: label, body: bytes[dashes.upperBound..<end], isComplete: isComplete))
            place = isComplete ? end + line.utf8.count : end
        }
        return blocks
    }
}
