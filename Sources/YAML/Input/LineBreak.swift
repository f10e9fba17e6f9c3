/// A line break of the source, as libyaml knows them: besides `\n`, `\r\n` and `\r` also NEL, LS and PS.
struct LineBreak {
    /// Where it stands.
    let source: Range<Int>
    /// What it becomes in a scalar's text.
    let text: [UInt8]

    /// Whether it becomes a plain `\n`; LS and PS stay what they are and do not fold.
    var isNewline: Bool { text == [UInt8(ascii: "\n")] }

    /// The line break at an offset, if there is one.
    init?(at offset: Int, in bytes: [UInt8]) {
        guard offset < bytes.count else { return nil }
        func next(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }
        switch bytes[offset] {
        case UInt8(ascii: "\r"):
            self.init(offset, next(1) == UInt8(ascii: "\n") ? 2 : 1, [UInt8(ascii: "\n")])
        case UInt8(ascii: "\n"):
            self.init(offset, 1, [UInt8(ascii: "\n")])
        case 0xC2 where next(1) == 0x85:
            self.init(offset, 2, [UInt8(ascii: "\n")])
        case 0xE2 where next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9):
            self.init(offset, 3, [0xE2, 0x80, next(2)])
        default:
            return nil
        }
    }

    private init(_ offset: Int, _ length: Int, _ text: [UInt8]) {
        source = offset..<offset + length
        self.text = text
    }
}
