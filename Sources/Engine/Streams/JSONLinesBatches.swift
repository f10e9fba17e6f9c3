import JSON

/// Records of JSON Lines: one value a line, empty lines passed over.
///
/// The lines of a batch are parsed together, as the elements of an array, which must stand in one line each.
struct JSONLinesBatches: RowBatches {
    private struct Line {
        let number: Int
        /// Where it stands in the batch.
        let range: Range<Int>
    }

    private var input: [UInt8] = []
    private var position = 0
    private var isEnded = false
    /// The array, without its end; of a line that is not complete what is there.
    private var text: [UInt8] = [UInt8(ascii: "[")]
    private var lineStart = 1
    private var lines: [Line] = []
    private var number = 1

    mutating func feed(_ bytes: [UInt8]) {
        (input, position) = (bytes, 0)
    }

    mutating func end() {
        isEnded = true
    }

    mutating func next() throws(RowFile.Failure) -> [JSONNode]? {
        while let end = input[position...].firstIndex(of: UInt8(ascii: "\n")) {
            text.append(contentsOf: input[position..<end])
            position = end + 1
            try endLine()
            if lines.count >= BatchSize.records || text.count >= BatchSize.bytes { return try batch() }
        }
        text.append(contentsOf: input[position...])
        position = input.count
        try checkLength()
        guard isEnded else { return nil }
        try endLine()
        return lines.isEmpty ? nil : try batch()
    }

    private mutating func endLine() throws(RowFile.Failure) {
        try checkLength()
        if number == 1, text[lineStart...].starts(with: [0xEF, 0xBB, 0xBF]) {
            text.removeSubrange(lineStart..<lineStart + 3)
        }
        defer { number += 1 }
        guard text[lineStart...].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
            text.removeSubrange(lineStart...)
            return
        }
        lines.append(Line(number: number, range: lineStart..<text.count))
        text.append(UInt8(ascii: ","))
        lineStart = text.count
    }

    private func checkLength() throws(RowFile.Failure) {
        guard text.count - lineStart <= JSONLinesParser.lineLimit else {
            throw RowFile.Failure("larger than \(JSONLinesParser.lineLimit) bytes", line: number)
        }
    }

    private mutating func batch() throws(RowFile.Failure) -> [JSONNode] {
        defer {
            text = [UInt8(ascii: "[")]
            lines.removeAll(keepingCapacity: true)
            lineStart = 1
        }
        text[text.count - 1] = UInt8(ascii: "]")
        let limits = JSONLimits(depth: JSONLimits.standard.depth + 1)
        if let document = try? JSONDocument(text, limits: limits) {
            let records = Array(document.root.elements)
            if isOneALine(records) { return records }
        }
        throw failure()
    }

    /// Whether each value stands in its line: `1,2` would be two, and `[` and `]` in two lines one.
    private func isOneALine(_ records: [JSONNode]) -> Bool {
        records.count == lines.count
            && zip(records, lines).allSatisfy { record, line in
                let range = record.range
                return range.lowerBound >= line.range.lowerBound && range.upperBound <= line.range.upperBound
            }
    }

    private func failure() -> RowFile.Failure {
        for line in lines {
            do throws(JSONSyntaxError) {
                _ = try JSONDocument(Array(text[line.range]))
            } catch {
                return RowFile.Failure(
                    "column \(error.column): expected \(error.expected), found \(error.found)", line: line.number)
            }
        }
        return RowFile.Failure("this is not one value a line", line: lines.first?.number ?? number)
    }
}
