internal import Diagnostics

/// Directives, and the first lines of block scalars.
extension SyntaxDiagnosis {
    func headers() -> SyntaxFinding? {
        if isContext("while scanning a block scalar") {
            return error(
                .badBlockHeader, "the text of '|' and '>' begins on the next line", at: offset..<offset + 1,
                label: "only '+', '-' and a digit from 1 to 9 can stand here",
                notes: ["when '|' or '>' belongs to the text, put the text in quotes"])
        }
        if failure.context.hasSuffix("directive") || isProblem("found incompatible") || isProblem("found duplicate") {
            return directive(line(at: failure.contextOffset ?? offset))
        }
        if isProblem("did not find expected <document start>") {
            let line = line(at: offset)
            if byte(at: line.previous?.firstNonBlank ?? 0) == UInt8(ascii: "%") {
                return error(
                    .badDirective, "a line '---' is missing behind the directives", at: offset..<offset + 1,
                    label: "write '---' before this, or remove the directives")
            }
            return error(
                .invalidYAML, "text behind the end of the document", at: line.content,
                label: "this belongs to nothing")
        }
        return nil
    }

    private func directive(_ line: SourceLine) -> SyntaxFinding {
        let isStart = readTo <= (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        guard isStart, bytes[line.range].starts(with: "%YAML".utf8) else {
            return error(
                .reservedStart, "a line that begins with '%' is a directive", at: line.content,
                label: "when it is text, put it in quotes")
        }
        return error(
            .badDirective, "this version of YAML is not known", at: line.content, label: "remove this line",
            notes: ["files are read as YAML 1.2"])
    }
}
