/// How many columns a scalar takes on a terminal.
enum DisplayWidth {
    /// 0 for marks that combine and for joiners, 2 for wide East Asian characters and emoji, otherwise 1.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        // Hangul vowels and finals combine with the letter before; a skin tone changes the emoji before.
        case 0x1160...0x11FF, 0x1F3FB...0x1F3FF: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
            return 2
        // Two regional indicators make one flag.
        case 0x1F1E6...0x1F1FF: return 1
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// The columns of a text.
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }
}
