internal import Diagnostics

/// Tabs where only blanks may indent.
extension SyntaxDiagnosis {
    func tabs() -> SyntaxFinding? {
        let isTab =
            failure.problem.utf8.starts(with: "found a tab character".utf8)
            || (isProblem("found character that cannot start any token") && byte(at: offset) == UInt8(ascii: "\t"))
        guard isTab else { return nil }
        let line = line(at: offset)
        let start = bytes[line.range].firstIndex(of: UInt8(ascii: "\t")) ?? offset
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: "\t") { end += 1 }
        let isEmpty = Filler.blanksEnd(at: start, in: bytes) >= line.range.upperBound
        return error(
            .tabIndentation, "a tab cannot indent a line", at: start..<max(end, start + 1),
            label: isEmpty ? "remove it from the empty line" : "use blanks",
            notes: ["tabs look alike and differ from editor to editor, so YAML does not take them"])
    }
}
