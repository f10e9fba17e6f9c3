internal import JSON

/// Compact JSON of which only the beginning is made, however large the value is.
struct ShortText {
    /// How many Unicode scalars are shown.
    private static let longest = 200
    /// How many bytes are made: far more than are shown, so that a secret which is replaced later stands there whole.
    private static let longestMade = 65_536

    private var bytes: [UInt8] = []

    /// The text so far.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// A text cut to what is shown.
    static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > longest else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(longest))) + "…"
    }

    /// Appends a value, or `nothing`.
    mutating func append(_ node: JSONNode?) {
        guard let node else {
            bytes.append(contentsOf: "nothing".utf8)
            return
        }
        var isInString = false
        var isEscaped = false
        for byte in node.document.bytes[node.range] {
            guard bytes.count < Self.longestMade else { return }
            if isInString {
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte <= 0x20 {
                continue
            } else {
                isInString = byte == UInt8(ascii: "\"")
            }
            bytes.append(byte)
        }
    }

    /// Appends nodes as an array, or `nothing` when there are none.
    mutating func append(_ nodes: Selection) {
        var isFirst = true
        for node in nodes where bytes.count < Self.longestMade {
            bytes.append(UInt8(ascii: isFirst ? "[" : ","))
            append(node)
            isFirst = false
        }
        if isFirst { append(nil) } else { bytes.append(UInt8(ascii: "]")) }
    }
}
