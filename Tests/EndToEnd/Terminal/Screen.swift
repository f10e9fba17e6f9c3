/// What a terminal shows in the end: as much of one as `errand` uses.
struct Screen {
    private(set) var lines: [String] = [""]
    /// Control sequences that are neither colour nor the erasing of a line, and other control characters.
    private(set) var unknown: [String] = []
    private(set) var usesColor = false

    /// Shows everything that was written to it.
    init(_ written: String) {
        var scalars = written.unicodeScalars.makeIterator()
        var line: [Unicode.Scalar] = []
        var column = 0
        func text(_ line: [Unicode.Scalar]) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: line)
            return String(text)
        }
        while let scalar = scalars.next() {
            switch scalar {
            case "\n":
                lines[lines.count - 1] = text(line)
                lines.append("")
                (line, column) = ([], 0)
            case "\r": column = 0
            case "\t": unknown.append("tab")
            case "\u{1B}":
                var sequence = ""
                while let next = scalars.next() {
                    sequence.unicodeScalars.append(next)
                    if next != "[" && !("0"..."?").contains(next) { break }
                }
                if sequence == "[K" {
                    line.removeLast(max(0, line.count - column))
                } else if sequence.hasPrefix("["), sequence.hasSuffix("m") {
                    usesColor = true
                } else {
                    unknown.append("ESC " + sequence)
                }
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                unknown.append("U+" + String(scalar.value, radix: 16))
            default:
                if column < line.count { line[column] = scalar } else { line.append(scalar) }
                column += 1
            }
        }
        lines[lines.count - 1] = text(line)
    }
}
