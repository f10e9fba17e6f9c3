extension PatternParser {
    /// Reads a class in brackets: `charClassExpr` of RFC 9485.
    mutating func parseBracketClass() throws(IRegexpError) -> ScalarClass {
        let start = cursor.offset
        cursor.advance()
        var set = ScalarClass()
        set.isNegated = cursor.take("^")
        var isFirst = true
        while true {
            guard let next = cursor.peek else {
                throw IRegexpError(message: "'[' is never closed", offset: start)
            }
            if next == "]" {
                guard !isFirst else { throw cursor.error("an empty class; for the character ']' write '\\]'") }
                cursor.advance()
                return set
            }
            if next == "-" {
                try parseHyphen(into: &set, isFirst: isFirst)
            } else {
                try parseClassItem(next, into: &set)
            }
            isFirst = false
        }
    }

    /// A hyphen that stands for itself: RFC 9485 has it at the start and the end of a class only.
    private mutating func parseHyphen(into set: inout ScalarClass, isFirst: Bool) throws(IRegexpError) {
        guard isFirst || cursor.peek(1) == "]" || dialect == .extended else {
            throw cursor.error("a hyphen in the middle of a class has to be written '\\-'")
        }
        cursor.advance()
        set.insert(Unicode.Scalar("-"))
    }

    private mutating func parseClassItem(_ next: Unicode.Scalar, into set: inout ScalarClass) throws(IRegexpError) {
        if try parseClassEscape(into: &set) { return }
        let start = cursor.offset
        let first = try parseClassScalar(next)
        guard cursor.peek == "-", let bound = cursor.peek(1), bound != "]" else {
            set.insert(first)
            return
        }
        cursor.advance()
        let last = try parseClassScalar(bound)
        guard first <= last else {
            throw IRegexpError(message: "the range '\(first)-\(last)' is the wrong way around", offset: start)
        }
        set.insert(first.value...last.value)
    }

    private mutating func parseClassScalar(_ next: Unicode.Scalar) throws(IRegexpError) -> Unicode.Scalar {
        switch next {
        case "\\":
            var unused = ScalarClass()
            let start = cursor.offset
            if try parseClassEscape(into: &unused) {
                throw IRegexpError(message: "a set cannot be the end of a range", offset: start)
            }
            return try parseScalarEscape()
        case "[" where dialect == .iregexp:
            throw cursor.error("'[' in a class has to be written '\\['")
        case "-" where dialect == .iregexp:
            throw cursor.error("a hyphen in the middle of a class has to be written '\\-'")
        default:
            cursor.advance()
            return next
        }
    }
}
