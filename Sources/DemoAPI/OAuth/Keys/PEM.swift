import Foundation

/// Text with one or more blocks of base64 between BEGIN and END lines (RFC 7468).
enum PEM {
    /// The blocks of a text, each with its BEGIN and END lines.
    static func blocks(_ text: String) -> [String] {
        var blocks: [String] = []
        var lines: [Substring] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("-----BEGIN ") { lines = [] }
            lines.append(line)
            if line.hasPrefix("-----END ") {
                blocks.append(lines.joined(separator: "\n") + "\n")
            }
        }
        return blocks
    }

    /// The bytes of a block; none for a damaged one.
    static func contents(_ block: String) -> Data {
        let lines = block.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
        return Data(base64Encoded: lines.joined()) ?? Data()
    }
}
