internal import Diagnostics

/// Plain text that YAML reads, and probably reads otherwise than it is meant.
extension TreeBuilder {
    /// Warns about a plain scalar that a comment cuts off, or that looks like a key.
    ///
    /// An ordinary comment, with a blank behind the `#`, is never a trap by itself.
    mutating func findTraps(in scalar: YAMLScalar, isKey: Bool) {
        if isKey { return }
        if scalar.text.isEmpty { return findCommentAsValue(behind: scalar.span.end) }
        findCommentInText(of: scalar)
        findMissingBlank(in: scalar)
    }

    private mutating func findCommentAsValue(behind end: Int) {
        guard let comment = comment(behind: end), isTight(comment) else { return }
        findings.warning(
            .commentAsValue, "'\(word(of: comment))' is a comment, so there is no value", at: span(comment),
            label: "put it in quotes",
            notes: ["when it is meant as a comment, write a blank behind the '#'"])
    }

    private mutating func findCommentInText(of scalar: YAMLScalar) {
        guard let comment = comment(behind: scalar.span.end) else { return }
        let balance = Balance(of: scalar.text.utf8)
        let isCut = balance.missingCloser.map { bytes[comment].contains($0) } ?? false
        var isText = false
        if case .string = scalar.value { isText = true }
        guard balance.hasOpenTemplate || isCut || (isText && isTight(comment)) else { return }
        findings.warning(
            .commentInText, "the text ends before ' #'", at: span(comment), label: "this is a comment",
            notes: ["put the whole text in quotes; when this is meant as a comment, write a blank behind the '#'"])
    }

    private mutating func findMissingBlank(in scalar: YAMLScalar) {
        guard !isInFlow, let colon = KeyLikeText.colon(in: scalar.text.utf8) else { return }
        let start = scalar.span.start
        guard !bytes[start..<scalar.span.end].contains(where: \.isLineBreak), isFirstInLine(start) else { return }
        guard !isInList || KeyLikeText.isCertain(scalar.text.utf8, colon: colon) else { return }
        findings.warning(
            .missingBlank, "this is text, not a key with a value", at: scalar.span,
            label: "write a blank behind the ':'")
    }

    /// The comment that follows on the same line.
    private func comment(behind end: Int) -> Range<Int>? {
        let start = Filler.blanksEnd(at: end, in: bytes)
        guard Filler.isComment(at: start, in: bytes) else { return nil }
        return start..<Filler.lineEnd(at: start, in: bytes)
    }

    /// Whether something follows the `#` without a blank, as nobody writes a comment who means one.
    private func isTight(_ comment: Range<Int>) -> Bool {
        guard comment.count > 1 else { return false }
        let next = bytes[comment.lowerBound + 1]
        return !next.isBlank && next != UInt8(ascii: "#")
    }

    private func word(of comment: Range<Int>) -> String {
        String(decoding: bytes[comment].prefix { !$0.isBlank }.prefix(40), as: UTF8.self)
    }

    /// Whether only indentation and the `-` of lists stand before a place.
    private func isFirstInLine(_ offset: Int) -> Bool {
        var position = offset
        while position > 0, bytes[position - 1].isBlank || bytes[position - 1] == UInt8(ascii: "-") { position -= 1 }
        return position == 0 || bytes[position - 1].isLineBreak
    }
}
