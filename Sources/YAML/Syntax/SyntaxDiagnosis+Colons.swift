internal import Diagnostics

/// Colons: missing, one too many, without a blank behind them.
extension SyntaxDiagnosis {
    func colons() -> SyntaxFinding? {
        if isProblem("could not find expected ':'") {
            return missingColon(in: line(at: failure.contextOffset ?? offset))
        }
        if isProblem("mapping values are not allowed") { return unexpectedColon() }
        if isProblem("did not find expected key"), byte(at: offset) == UInt8(ascii: ":") { return missingKey() }
        return nil
    }

    /// `: value`.
    func missingKey() -> SyntaxFinding {
        error(.badKey, "a key is missing", at: offset..<offset + 1, label: "write the key before the ':'")
    }

    func missingColon(in line: SourceLine) -> SyntaxFinding {
        if let finding = missingBlank(in: line) { return finding }
        if line.content.isEmpty { return anythingAt(line) }
        return error(
            .missingColon, "a ':' is missing", at: line.content, label: "this is neither a key nor part of a value",
            notes: ["a key is written 'key: value'; text of several lines is indented deeper than its key"])
    }

    private func anythingAt(_ line: SourceLine) -> SyntaxFinding {
        error(.missingColon, "a ':' is missing", at: offset..<offset + 1, label: "after this key")
    }

    /// `key:value`.
    private func missingBlank(in line: SourceLine) -> SyntaxFinding? {
        guard line.keyColon() == nil, let colon = KeyLikeText.colon(in: bytes[line.content]) else { return nil }
        let place = line.content.lowerBound + colon
        return error(
            .missingBlank, "a blank is missing behind ':'", at: place..<place + 1,
            label: "write '\(text(line.content.lowerBound..<place)): …'")
    }

    private func unexpectedColon() -> SyntaxFinding {
        let line = line(at: offset)
        if let first = line.keyColon(), first < offset {
            let start = Filler.blanksEnd(at: first + 1, in: bytes)
            let value = start..<max(line.content.upperBound, start)
            guard value.lowerBound < offset else {
                return error(
                    .colonInText, "a value cannot begin with ':'", at: offset..<offset + 1,
                    label: "put the text in quotes", mask: offset..<offset + 1)
            }
            // Behind brackets, quotes or an alias there would still be something that does not belong there.
            let isPlain = !"[{\"'*&!".utf8.contains(byte(at: value.lowerBound))
            return error(
                .colonInText, "text with ': ' in it needs quotes", at: value,
                label: "write \(QuotedText.quoted(text(value)))",
                mask: isPlain ? offset..<max(value.upperBound, offset + 1) : nil)
        }
        guard let previous = line.previous else {
            return error(.colonInText, "this ':' is not behind a key", at: offset..<offset + 1)
        }
        if let finding = missingBlank(in: previous) { return finding }
        guard let colon = previous.keyColon() else { return missingColon(in: previous) }
        return error(
            .badIndentation, "this line is indented deeper than the one before it", at: line.content,
            label: "indent it like its neighbours",
            related: [.init(span(previous.content.lowerBound..<colon), "this key has a value already")])
    }
}
