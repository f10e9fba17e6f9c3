extension QueryParser {
    /// A string; its opening quote, single or double, stands at the cursor.
    mutating func parseString() throws(JSONPathError) -> String {
        let start = position
        let quote = bytes[position]
        position += 1
        var result: [UInt8] = []
        while let byte = next {
            if byte == quote {
                position += 1
                return String(decoding: result, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                result.append(contentsOf: try parseEscape(in: quote))
            } else if byte < 0x20 {
                throw error(
                    "a control character cannot stand in a string as it is",
                    hint: "write it as an escape: \(Self.escape(byte))", at: position..<position + 1)
            } else {
                result.append(byte)
                position += 1
            }
        }
        throw error(
            "the string that begins here has no end", hint: "close it with \(Character(UnicodeScalar(quote)))",
            at: start..<start + 1)
    }

    private mutating func parseEscape(in quote: UInt8) throws(JSONPathError) -> [UInt8] {
        let start = position
        position += 1
        guard let byte = next else { throw error("an escape is cut off", at: start..<position) }
        position += 1
        switch byte {
        case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(try parseCodePoint(escapeAt: start)).utf8)
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            throw error(
                "the other kind of quote is not escaped", hint: "leave out the backslash", at: start..<position)
        default:
            position -= 1
            throw error(
                "there is no escape '\\\(text(scalarRange))'",
                hint:
                    "a backslash itself is written \\\\; the escapes are \\b \\f \\n \\r \\t \\/ \\\\ \\uXXXX and the quote",
                at: start..<scalarRange.upperBound)
        }
    }

    /// The rest of a `\u` escape: a scalar, or a pair of surrogates.
    private mutating func parseCodePoint(escapeAt start: Int) throws(JSONPathError) -> Unicode.Scalar {
        let unit = try parseUnit(escapeAt: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, take("\\u") else { throw unpairedSurrogate(at: start) }
        let low = try parseUnit(escapeAt: start)
        guard 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
        else { throw unpairedSurrogate(at: start) }
        return scalar
    }

    private mutating func parseUnit(escapeAt start: Int) throws(JSONPathError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw error("four hexadecimal digits are missing after '\\u'", at: start..<position)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private func unpairedSurrogate(at start: Int) -> JSONPathError {
        error(
            "half of a surrogate pair", hint: "a character beyond U+FFFF is written as two \\u escapes",
            at: start..<position)
    }

    private static func escape(_ control: UInt8) -> String {
        let digits = String(control, radix: 16)
        return "\\u00" + (digits.count == 1 ? "0" : "") + digits
    }
}
