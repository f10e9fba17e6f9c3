internal import JSON

/// Normalized paths (RFC 9535, 2.7).
enum NormalizedPath {
    /// The segment of a member.
    static func segment(_ name: String) -> String {
        var result = "['"
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\u{08}": result += "\\b"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\u{0C}": result += "\\f"
            case "\r": result += "\\r"
            case "'": result += "\\'"
            case "\\": result += "\\\\"
            case "\0"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u00" + (digits.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "']"
    }

    /// The segment of an element.
    static func segment(_ index: Int) -> String { "[\(index)]" }
}
