/// Makes text from outside safe to print on a terminal.
public enum TerminalText {
    /// Text with everything that a terminal acts on, or that reorders what it shows, as a visible escape.
    ///
    /// Escaped are C0 and C1 control characters, DEL, the bidirectional controls, the line and paragraph separators and
    /// the byte order mark: `\n`, `\t`, `\r`, and for the others `\u{1b}`. A backslash stays as it is, so the result is
    /// for reading, not for parsing back.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - keepNewlines: whether `\n` and tabs stay as they are.
    public static func escape(_ text: some StringProtocol, keepNewlines: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            if !isUnsafe(scalar) || (keepNewlines && (scalar == "\n" || scalar == "\t")) {
                result.unicodeScalars.append(scalar)
            } else {
                result += escape(scalar)
            }
        }
        return result
    }

    /// Whether a terminal would act on the scalar instead of showing it.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0001:
            true
        default:
            false
        }
    }

    /// The visible form of an unsafe scalar.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
}
