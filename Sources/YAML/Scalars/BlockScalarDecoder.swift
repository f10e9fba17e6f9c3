/// Reads literal and folded block scalars the way libyaml does, for the sake of the places.
struct BlockScalarDecoder {
    private let bytes: [UInt8]
    private let header: BlockHeader
    private let end: Int
    private var position: Int
    private var lineStart: Int
    /// How deep the text is indented; nil as long as its first line has not said.
    private var indent: Int?
    private let leastIndent: Int
    private var builder: ScalarMapBuilder

    /// - Parameters:
    ///   - source: where it stands as libyaml has it, the lines behind its text included.
    ///   - parentIndent: the column of the block collection around it, -1 for none.
    init(_ source: Range<Int>, parentIndent: Int, in bytes: [UInt8]) {
        self.bytes = bytes
        header = BlockHeader(at: source.lowerBound, in: bytes)
        end = source.upperBound
        position = header.end
        lineStart = header.end
        indent = header.increment.map { max(parentIndent, 0) + $0 }
        leastIndent = max(parentIndent + 1, 1)
        builder = ScalarMapBuilder(bytes)
    }

    /// The places of a text.
    mutating func map(of text: String) -> ScalarMap {
        var pending: LineBreak?
        var empty = readEmptyLines()
        var wasMoreIndented = false
        while position < end, position - lineStart == indent {
            let isMoreIndented = bytes[position].isBlank
            if let pending {
                if header.isFolded, pending.isNewline, !wasMoreIndented, !isMoreIndented {
                    if empty.isEmpty {
                        builder.add([UInt8(ascii: " ")], for: pending.source.lowerBound..<position)
                    }
                } else {
                    builder.add(pending)
                }
            }
            for line in empty { builder.add(line) }
            wasMoreIndented = isMoreIndented

            let start = position
            while position < end, LineBreak(at: position, in: bytes) == nil { position += 1 }
            builder.copy(start..<position)
            pending = readLineBreak()
            empty = readEmptyLines()
        }
        if header.chomping != .strip, let pending { builder.add(pending) }
        if header.chomping == .keep {
            for line in empty { builder.add(line) }
        }
        return builder.map(of: text)
    }

    private mutating func readLineBreak() -> LineBreak? {
        guard let lineBreak = LineBreak(at: position, in: bytes) else { return nil }
        position = lineBreak.source.upperBound
        lineStart = position
        return lineBreak
    }

    /// Reads empty lines and the indentation of the line behind them, which settles the indentation of the text.
    private mutating func readEmptyLines() -> [LineBreak] {
        var lines: [LineBreak] = []
        var deepest = 0
        while true {
            while position < end, bytes[position] == UInt8(ascii: " "), position - lineStart < indent ?? .max {
                position += 1
            }
            deepest = max(deepest, position - lineStart)
            guard position < end, let line = readLineBreak() else { break }
            lines.append(line)
        }
        if indent == nil { indent = max(deepest, leastIndent) }
        return lines
    }
}
