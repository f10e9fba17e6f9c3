internal import Diagnostics

/// Lines that are not indented like those that they belong to.
extension SyntaxDiagnosis {
    func indentation() -> SyntaxFinding? {
        if isProblem("block sequence entries are not allowed") {
            return error(
                .badIndentation, "a list cannot begin here", at: offset..<offset + 1,
                label: "begin it on a line of its own",
                notes: ["when '-' belongs to a text, put the text in quotes"])
        }
        if isProblem("mapping keys are not allowed") {
            return error(
                .reservedStart, "text cannot begin with '? '", at: offset..<offset + 1,
                label: "put the text in quotes", mask: offset..<offset + 1)
        }
        guard isProblem("did not find expected key") || isProblem("did not find expected '-'") else { return nil }
        let line = line(at: offset)
        guard line.firstNonBlank == offset else { return nil }
        if let finding = textBehindComment(line) ?? keyWithoutColon(before: line) { return finding }

        let start = failure.contextOffset ?? offset
        let expected = start - self.line(at: start).range.lowerBound
        let isList = isProblem("did not find expected '-'")
        let whole = offset..<max(line.content.upperBound, offset + 1)
        let related = [Diagnostic.Related(span(start..<start + 1), isList ? "the list begins here" : "the first key")]
        if line.depth == expected {
            return error(
                .badIndentation, isList ? "a key stands among the items of a list" : "a list item stands among keys",
                at: whole, label: isList ? "items begin with '- '" : "keys are written 'key: value'", related: related)
        }
        let before = line.previous?.depth ?? expected
        let depths = before == expected ? "\(expected)" : "\(before) or \(expected)"
        return error(
            .badIndentation, "this line is indented by \(line.depth), those before it by \(depths)", at: whole,
            label: "indent it like the lines that it belongs to", related: related)
    }

    /// A line with a word and nothing else, before keys in the same column.
    private func keyWithoutColon(before line: SourceLine) -> SyntaxFinding? {
        guard isProblem("did not find expected key"), line.keyColon() != nil, let previous = line.previous,
            previous.depth == line.depth, previous.keyColon() == nil,
            bytes[previous.content].allSatisfy(\.isWordByte)
        else { return nil }
        return missingColon(in: previous)
    }

    /// Text of several lines that a comment has ended.
    private func textBehindComment(_ line: SourceLine) -> SyntaxFinding? {
        guard line.keyColon() == nil, let previous = line.previous, let comment = previous.comment else { return nil }
        guard line.depth > previous.depth else { return nil }
        return error(
            .commentInText, "a comment ends the text, so it cannot go on in the next line", at: comment,
            label: "put the whole text in quotes, or remove the comment",
            related: [.init(span(line.content), "the next line")])
    }
}
