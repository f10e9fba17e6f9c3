extension Lexer {
    /// A text in quotes, with the escapes of JSON and `\'`.
    mutating func lexString(quote: UInt8) {
        let start = position
        var content: [UInt8] = []
        position += 1
        while let byte = at(position), byte != quote {
            if byte == UInt8(ascii: "\\") {
                lexEscape(into: &content)
            } else {
                content.append(byte)
                position += 1
            }
        }
        guard at(position) == quote else {
            fail(
                "the text in quotes is not closed", hint: "a \(Character(UnicodeScalar(quote))) is missing",
                at: start..<position, isParsable: false)
            return
        }
        position += 1
        append(.string(String(decoding: content, as: UTF8.self)), from: start)
    }

    private mutating func lexEscape(into content: inout [UInt8]) {
        let start = position
        position += 1
        guard let escape = at(position) else { return }
        position += 1
        switch escape {
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"): content.append(escape)
        case UInt8(ascii: "u"):
            if let scalar = lexUnicodeEscape() {
                content.append(contentsOf: UTF8.encode(scalar) ?? .init())
            } else {
                fail(
                    "this escape is no character", hint: "write \\u with four digits, such as \\u00e9",
                    at: start..<position)
            }
        default:
            // The whole character, should it be more than a byte.
            while let byte = at(position), byte & 0xC0 == 0x80 { position += 1 }
            let spelling = text(start..<position)
            fail("'\(spelling)' is not an escape", hint: "a backslash itself is written \\\\", at: start..<position)
        }
    }

    /// The digits after `\u`; of a surrogate also its other half.
    private mutating func lexUnicodeEscape() -> Unicode.Scalar? {
        guard let unit = lexUnit() else { return nil }
        guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) }
        guard at(position) == UInt8(ascii: "\\"), at(position + 1) == UInt8(ascii: "u") else { return nil }
        position += 2
        guard let low = lexUnit(), low & 0xFC00 == 0xDC00 else { return nil }
        return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
    }

    private mutating func lexUnit() -> UInt32? {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = at(position).flatMap(CharacterClass.hexValue) else { return nil }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }
}
