internal import Diagnostics

/// Quotes: left open, with a wrong escape in them, with text behind them.
extension SyntaxDiagnosis {
    func quotes() -> SyntaxFinding? {
        guard isContext("while scanning a quoted scalar") || isContext("while parsing a quoted scalar") else {
            return behindQuote()
        }
        if isProblem("found unexpected") { return unclosedQuote() }
        return badEscape()
    }

    private func unclosedQuote() -> SyntaxFinding {
        let start = failure.contextOffset ?? offset
        let single = byte(at: start) == UInt8(ascii: "'")
        let notes = single ? ["a quote inside single quotes is written twice: 'it''s'"] : []
        return error(
            .unclosedQuote, "this quote is never closed", at: start..<start + 1,
            label: single ? "write a ' at the end of the text" : "write a \" at the end of the text", notes: notes)
    }

    private func badEscape() -> SyntaxFinding {
        let quote = failure.contextOffset ?? offset
        let backslash =
            bytes[quote..<max(min(offset + 1, bytes.count), quote)].lastIndex(of: UInt8(ascii: "\\")) ?? offset
        var end = min(backslash + 2, bytes.count)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let escape = text(backslash..<end)
        if isProblem("found invalid Unicode") {
            let whole = backslash..<min(backslash + DoubleQuoteEscape(at: backslash, in: bytes).length, bytes.count)
            return error(
                .unknownEscape, "'\(text(whole))' is not a character", at: whole,
                notes: ["a character beyond U+FFFF is written with \\U and 8 digits, not as a pair of \\u"],
                mask: backslash..<backslash + 1)
        }
        guard isProblem("found unknown escape") else {
            return error(
                .unknownEscape, "the code of a character must follow '\(escape)'", at: backslash..<end,
                label: "write 2 hexadecimal digits behind \\x, 4 behind \\u, 8 behind \\U",
                mask: backslash..<backslash + 1)
        }
        return error(
            .unknownEscape, "'\(escape)' is not an escape in double quotes", at: backslash..<end,
            label: "use single quotes, in which a backslash is a backslash",
            notes: ["or write it twice: '\\\(escape)'"], mask: backslash..<backslash + 1)
    }

    /// `'a' b`: the text ended with its quote.
    private func behindQuote() -> SyntaxFinding? {
        guard isProblem("did not find expected") else { return nil }
        let line = line(at: offset)
        var before = offset
        while before > line.range.lowerBound, bytes[before - 1].isBlank { before -= 1 }
        guard before > line.range.lowerBound, offset < line.content.upperBound else { return nil }
        let quote = bytes[before - 1]
        guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        let notes =
            quote == UInt8(ascii: "'")
            ? ["a quote inside single quotes is written twice: 'it''s'"]
            : ["a quote inside double quotes is written \\\""]
        let end = isInFlow ? textEnd(from: offset) : line.content.upperBound
        return error(
            .textBehindQuote, "there is text behind the closing quote", at: offset..<max(end, offset + 1),
            label: "the quotes must be around the whole text", notes: notes)
    }
}
