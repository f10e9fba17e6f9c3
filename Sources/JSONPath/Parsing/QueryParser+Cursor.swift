extension QueryParser {
    var isAtEnd: Bool { position >= bytes.count }

    /// The byte at the cursor.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether this stands at the cursor.
    func at(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        return (0..<length).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    /// Moves past this when it stands at the cursor.
    mutating func take(_ text: StaticString) -> Bool {
        guard at(text) else { return false }
        position += text.utf8CodeUnitCount
        return true
    }

    /// Moves past this and the white space on both sides of it; stays where it is when something else comes.
    mutating func takeSpaced(_ text: StaticString) -> Bool {
        let start = position
        skipSpace()
        guard take(text) else {
            position = start
            return false
        }
        skipSpace()
        return true
    }

    /// Moves past white space: `S` of the grammar.
    mutating func skipSpace() {
        skip(while: Self.isSpace)
    }

    /// Moves past bytes of a kind.
    mutating func skip(while isMember: (UInt8) -> Bool) {
        while let byte = next, isMember(byte) { position += 1 }
    }

    /// A part of the text.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Where a run of bytes of a kind ends that begins at a place.
    func end(from start: Int, while isMember: (UInt8) -> Bool) -> Int {
        bytes[start...].firstIndex { !isMember($0) } ?? bytes.count
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// `name-first` of the grammar, a byte at a time: letters, `_` and everything beyond ASCII.
    static func isNameFirst(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    /// `name-char` of the grammar.
    static func isNameCharacter(_ byte: UInt8) -> Bool { isNameFirst(byte) || isDigit(byte) }
}
