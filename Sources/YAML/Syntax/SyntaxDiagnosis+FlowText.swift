internal import Diagnostics

/// Text with brackets that stands without quotes inside `{…}` or `[…]`.
extension SyntaxDiagnosis {
    func brokenFlowText() -> SyntaxFinding? {
        var lexer = FlowLexer(from: openFlow ?? readTo, to: offset + 1, in: bytes)
        guard let found = lexer.firstBreak() else { return nil }
        let isTemplate = bytes[found.textStart..<found.bracket + 1].suffix(2).elementsEqual("${".utf8)
        let closed = balancedEnd(of: found.bracket)
        let whole =
            found
            .textStart..<(closed.map(textEnd) ?? max(line(at: found.bracket).content.upperBound, found.bracket + 1))
        return error(
            isTemplate ? .templateInFlow : .punctuationInFlow,
            isTemplate
                ? "'${…}' needs quotes inside '{…}' and '[…]'"
                : "text with brackets needs quotes inside '{…}' and '[…]'",
            at: whole, label: "write \(QuotedText.quoted(text(whole)))",
            notes: [
                "inside '{…}' and '[…]' brackets and commas are YAML's own; a value on a line of its own needs none"
            ],
            mask: closed.map { _ in whole })
    }

    /// Text that commas have split before the place: `match($.a, 'b')` ends with a quoted item and a `)`.
    func splitFlowText() -> SyntaxFinding? {
        guard byte(at: offset) == UInt8(ascii: ")") else { return nil }
        var lexer = FlowLexer(from: openFlow ?? readTo, to: offset, in: bytes)
        guard lexer.firstBreak() == nil, let start = lexer.openText else { return nil }
        let whole = start..<max(textEnd(from: offset), offset + 1)
        return error(
            .punctuationInFlow, "commas split this text, since it has no quotes", at: whole,
            label: "write \(QuotedText.quoted(text(whole)))", mask: whole)
    }

    /// The place behind the bracket that closes the one at a place, on the same line.
    private func balancedEnd(of bracket: Int) -> Int? {
        var open: [UInt8] = []
        var quote: UInt8?
        var position = bracket
        while position < bytes.count, !bytes[position].isLineBreak {
            let byte = bytes[position]
            position += 1
            if let closer = quote {
                if byte == closer { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard open.popLast() == byte else { return nil }
                if open.isEmpty { return position }
            default: break
            }
        }
        return nil
    }

    /// The end of a text inside a flow collection: before the comma or bracket that ends it, others skipped in pairs.
    func textEnd(from start: Int) -> Int {
        var position = start
        while position < bytes.count, !bytes[position].isLineBreak {
            let byte = bytes[position]
            if byte == UInt8(ascii: ",") || byte.isClosingBracket || Filler.isComment(at: position, in: bytes) { break }
            if byte == UInt8(ascii: ":"), self.byte(at: position + 1).isBlank { break }
            if byte.isOpeningBracket, let end = balancedEnd(of: position) { position = end } else { position += 1 }
        }
        while position > start, bytes[position - 1].isBlank { position -= 1 }
        return position
    }
}
