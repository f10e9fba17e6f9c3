internal import Diagnostics

/// Brackets that do not pair, and commas that are missing.
extension SyntaxDiagnosis {
    func brackets() -> SyntaxFinding? {
        if isContext("while parsing a flow") && isProblem("did not find expected ','") { return unfinishedFlow() }
        guard isProblem("did not find expected node content") else { return nil }
        let found = byte(at: offset)
        if found.isClosingBracket || found == UInt8(ascii: ",") {
            let character = text(offset..<offset + 1)
            guard isContext("while parsing a flow") else {
                return error(
                    .badBrackets, "a value cannot begin with '\(character)'", at: offset..<offset + 1,
                    label: "nothing is open here", notes: ["when it belongs to a text, put the text in quotes"])
            }
            return error(
                .badBrackets, "a value is missing before '\(character)'", at: offset..<offset + 1,
                label: "remove it, or write the value before it")
        }
        if found == UInt8(ascii: ":") { return missingKey() }
        guard found == UInt8(ascii: "-"), isContext("while parsing a flow") else { return nil }
        return error(
            .badBrackets, "'- ' cannot begin an item inside brackets", at: offset..<offset + 1,
            label: "remove the '-', and write commas between the items")
    }

    private func unfinishedFlow() -> SyntaxFinding {
        let start = failure.contextOffset ?? offset
        let isMapping = byte(at: start) == UInt8(ascii: "{")
        let (opener, closer) = isMapping ? ("{", "}") : ("[", "]")
        let found = byte(at: offset)
        if found.isClosingBracket {
            return error(
                .badBrackets, "'\(opener)' is closed with '\(text(offset..<offset + 1))'", at: offset..<offset + 1,
                label: "write '\(closer)'", related: [.init(span(start..<start + 1), "opened here")])
        }
        let line = line(at: offset)
        let opening = self.line(at: start)
        let isOutside = !line.range.contains(start) && line.depth <= opening.depth
        if offset >= bytes.count || isOutside {
            return error(
                .badBrackets, "'\(opener)' is not closed", at: start..<start + 1,
                label: "write '\(closer)' at the end, and commas between the items",
                related: offset < bytes.count ? [.init(span(line.content), "this does not fit in")] : [])
        }
        if found == UInt8(ascii: ":"), line.keyColon() == offset, let previous = line.previous {
            let end = previous.content.upperBound
            return error(
                .badBrackets, "a comma is missing at the end of the line", at: end - 1..<end, label: "behind this")
        }
        return error(
            .badBrackets, "a comma or '\(closer)' is missing", at: offset..<offset + 1,
            label: "write it before this", notes: ["when this belongs to a text, put the text in quotes"],
            related: [.init(span(start..<start + 1), "opened here")])
    }
}
