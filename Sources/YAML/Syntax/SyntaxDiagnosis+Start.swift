internal import Diagnostics

/// Text that begins with a character that means something else to YAML.
extension SyntaxDiagnosis {
    func startOfText() -> SyntaxFinding? {
        if isContext("while scanning a tag") || isContext("while parsing a tag")
            || isProblem("found undefined tag handle")
        {
            let start = failure.contextOffset ?? offset
            return text(
                from: start, .textLikeTag, "text that begins with '!' is a tag", notes: [])
        }
        if isContext("while scanning an alias") {
            return text(
                from: failure.contextOffset ?? offset, .textLikeAlias, "text that begins with '*' is an alias",
                notes: ["an alias is a name: '*common' stands for what '&common' is written before"])
        }
        if isContext("while scanning an anchor") {
            return text(
                from: failure.contextOffset ?? offset, .textLikeAlias, "text that begins with '&' is an anchor",
                notes: ["an anchor is a name before a value, which '*name' then stands for"])
        }
        guard isProblem("found character that cannot start any token"), byte(at: offset) != UInt8(ascii: "\t") else {
            return nil
        }
        return text(
            from: offset, .reservedStart, "text cannot begin with '\(text(offset..<offset + 1))'", notes: [])
    }

    private func text(
        from start: Int, _ code: DiagnosticCode, _ title: String, notes: [String]
    ) -> SyntaxFinding {
        let line = line(at: start)
        let end = isInFlow ? textEnd(from: start) : line.keyColon(from: start) ?? line.content.upperBound
        let whole = start..<max(end, start + 1)
        // What else the text holds would be read as something else again, so all of it is covered.
        return error(
            code, title, at: start..<start + 1, label: "write \(QuotedText.quoted(text(whole)))", notes: notes,
            mask: whole)
    }
}
