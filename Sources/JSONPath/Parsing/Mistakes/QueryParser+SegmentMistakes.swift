extension QueryParser {
    /// A dot or two that no name follows.
    func missingName(afterDotAt dot: Int, ofQueryAt start: Int) -> JSONPathError {
        let dots = text(dot..<position)
        switch next {
        case nil:
            return error(
                "a name is missing after '\(dots)'",
                hint: dots == ".." ? "`..name` selects all members of that name, `..*` everything" : nil,
                at: dot..<position)
        case UInt8(ascii: "["):
            return error(
                "no dot stands before '['", hint: rewritten(queryAt: start, dot..<position, as: ""),
                at: dot..<position)
        case UInt8(ascii: "."):
            return error(
                "three dots", hint: rewritten(queryAt: start, dot..<position + 1, as: ".."), at: dot..<position + 1)
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let close = bytes[(position + 1)...].firstIndex(of: bytes[position]) ?? bytes.count
            let name = position + 1..<close
            return error(
                "a name in quotes stands in brackets",
                hint: rewritten(
                    queryAt: start, dot..<min(close + 1, bytes.count), as: bracketed(name, after: dot)),
                at: position..<min(close + 1, bytes.count))
        case .some(let byte) where Self.isSpace(byte):
            return error("no white space may stand after '\(dots)'")
        default: break
        }
        let word = position..<nameEnd(from: position)
        guard !word.isEmpty else { return error("a name is missing after '\(dots)'") }
        return error(
            "\(quoted(text(scalarRange))) cannot begin a name after a dot",
            hint: rewritten(queryAt: start, dot..<word.upperBound, as: bracketed(word, after: dot)))
    }

    /// Brackets without a selector.
    func missingSelector(bracketAt open: Int) -> JSONPathError {
        let word = position..<nameEnd(from: position)
        switch next {
        case nil: return unclosed(at: open)
        case UInt8(ascii: "]"):
            let isFirst = end(from: open + 1, while: Self.isSpace) == position
            return error(
                "a selector is missing before ']'",
                hint: isFirst ? "`[*]` selects all elements" : "leave out the last comma")
        case UInt8(ascii: ","): return error("a selector is missing before ','")
        case UInt8(ascii: "("):
            return error(
                "there are no script expressions",
                hint: text(position..<bytes.count).hasPrefix("(@.length-1)")
                    ? "`[-1]` is the last element" : "a filter is written `[?…]`")
        case UInt8(ascii: "@"), UInt8(ascii: "$"):
            return error("a filter begins with '?'", hint: "such as `[?@.state == 'done']`")
        case .some(let byte) where Self.isNameFirst(byte):
            return error(
                "a name in brackets stands in quotes", hint: didYouMean(NormalizedPath.segment(text(word))), at: word)
        default:
            return error(
                "\(quoted(text(scalarRange))) is not a selector",
                hint: "a selector is a name in quotes, `*`, an index, a slice `start:end:step` or a filter `?…`")
        }
    }

    /// Brackets that are not closed after a selector.
    func unclosedBrackets(at open: Int, after selector: Selector?) -> JSONPathError {
        if isAtEnd { return unclosed(at: open) }
        if case .filter = selector { return strayInExpression(closing: open) }
        return error("',' or ']' is missing before \(quoted(text(scalarRange)))")
    }

    /// A bracket or parenthesis without its counterpart.
    func unclosed(at open: Int) -> JSONPathError {
        let isBracket = bytes[open] == UInt8(ascii: "[")
        return error(
            "this '\(isBracket ? "[" : "(")' is never closed", hint: "add `\(isBracket ? "]" : ")")`",
            at: open..<open + 1)
    }
}
