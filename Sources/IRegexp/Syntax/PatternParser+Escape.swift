extension PatternParser {
    /// Reads an escape outside of brackets.
    mutating func parseEscape() throws(IRegexpError) -> SyntaxNode {
        if dialect == .extended {
            switch cursor.peek(1) {
            case "b":
                cursor.advance(2)
                return .assertion(.wordBoundary)
            case "B":
                cursor.advance(2)
                return .assertion(.noWordBoundary)
            default:
                break
            }
        }
        var set = ScalarClass()
        if try !parseClassEscape(into: &set) {
            set.insert(try parseScalarEscape())
        }
        return .scalar(finished(set))
    }

    /// Reads an escape that stands for a set of scalars (`\p{L}`, `\d`), if one is next.
    mutating func parseClassEscape(into set: inout ScalarClass) throws(IRegexpError) -> Bool {
        guard cursor.peek == "\\", let letter = cursor.peek(1) else { return false }
        if letter == "p" || letter == "P" {
            cursor.advance(2)
            let categories = try parseCategories()
            set.insert(letter == "p" ? categories : categories.complement)
            return true
        }
        guard dialect == .extended, let ranges = PerlClass.ranges(for: letter) else { return false }
        cursor.advance(2)
        for range in ranges { set.insert(range) }
        return true
    }

    private mutating func parseCategories() throws(IRegexpError) -> CategorySet {
        guard cursor.take("{") else { throw cursor.error("expected '{' and a Unicode category, as in \\p{Lu}") }
        let start = cursor.offset
        var name = ""
        while let next = cursor.peek, next != "}", name.utf8.count <= 16 {
            name.unicodeScalars.append(next)
            cursor.advance()
        }
        guard cursor.peek == "}" else { throw cursor.error("expected '}' after the Unicode category") }
        guard let categories = CategorySet.named(name) else {
            throw IRegexpError(
                message: "'\(name)' is not a Unicode category; categories are written like L, Lu or Nd", offset: start)
        }
        cursor.advance()
        return categories
    }

    /// Reads an escape that stands for one scalar; the cursor is at the backslash.
    mutating func parseScalarEscape() throws(IRegexpError) -> Unicode.Scalar {
        let start = cursor.offset
        cursor.advance()
        guard let letter = cursor.peek else {
            throw IRegexpError(message: "a backslash at the end of the pattern", offset: start)
        }
        cursor.advance()
        switch letter {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}":
            return letter
        default:
            guard dialect == .extended else { throw Self.unknownEscape(letter, start, "I-Regexp has no escape") }
            return try parseExtendedEscape(letter, start)
        }
    }

    private mutating func parseExtendedEscape(_ letter: Unicode.Scalar, _ start: Int) throws(IRegexpError)
        -> Unicode.Scalar
    {
        switch letter {
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "x": return try parseHexadecimal(count: 2, start)
        case "u": return try parseHexadecimal(count: 4, start)
        case "1"..."9":
            throw IRegexpError(
                message: "back-references such as '\\\(letter)' are not supported: they need more than linear time",
                offset: start)
        default:
            let isPunctuation = 0x20...0x7E ~= letter.value && (Neighbour(letter) == .other || letter == "_")
            guard isPunctuation else { throw Self.unknownEscape(letter, start, "there is no escape") }
            return letter
        }
    }

    private mutating func parseHexadecimal(count: Int, _ start: Int) throws(IRegexpError) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = cursor.peek.flatMap({ Character($0).hexDigitValue }) else {
                throw cursor.error("expected \(count) hexadecimal digits")
            }
            value = value * 16 + UInt32(digit)
            cursor.advance()
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw IRegexpError(message: "a surrogate is not a character", offset: start)
        }
        return scalar
    }

    private static func unknownEscape(_ letter: Unicode.Scalar, _ start: Int, _ reason: String) -> IRegexpError {
        let remedy =
            switch letter {
            case "d": "; write [0-9]"
            case "w": "; write [0-9A-Za-z_]"
            case "s": "; write [ \\t\\n\\r]"
            default: ""
            }
        return IRegexpError(message: "\(reason) '\\\(letter)'\(remedy)", offset: start)
    }
}
