/// Where a text is not JSON, and what should stand there.
public struct JSONSyntaxError: Error, Sendable, Hashable {
    /// The offset in bytes.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int
    /// What was expected there.
    public let expected: String
    /// What stands there.
    public let found: String

    /// One line: the place, what was expected, and what was found.
    public var message: String { "line \(line), column \(column): expected \(expected), found \(found)" }

    init(_ bytes: [UInt8], offset: Int, expected: String) {
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        self.offset = offset
        self.expected = expected
        line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        column = before[lineStart...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        found = Self.describe(bytes, offset)
    }

    private static func describe(_ bytes: [UInt8], _ offset: Int) -> String {
        guard offset < bytes.count else { return bytes.isEmpty ? "nothing: the text is empty" : "the end of the text" }
        let byte = bytes[offset]
        if byte > 0x20 && byte < 0x7F { return "'\(Character(UnicodeScalar(byte)))'" }
        if byte == 0x0A { return "the end of the line" }
        if byte >= 0x80,
            let scalar = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
                .unicodeScalars.first, scalar != "\u{FFFD}", scalar.value >= 0xA0
        {
            return "'\(scalar)'"
        }
        let digits = String(byte, radix: 16, uppercase: true)
        return "the byte 0x" + (digits.count == 1 ? "0" : "") + digits
    }
}
