/// A line of the source, taken apart as far as that goes without a parser.
struct SourceLine {
    private let bytes: [UInt8]
    /// The line without its line break.
    let range: Range<Int>
    /// The line without its indentation, the `- ` of lists, a comment, and blanks at the end.
    let content: Range<Int>
    /// Where the first character stands that is not a blank.
    let firstNonBlank: Int

    init(at position: Int, in bytes: [UInt8]) {
        self.bytes = bytes
        var start = min(position, bytes.count)
        while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
        let end = Filler.lineEnd(at: start, in: bytes)
        range = start..<end
        firstNonBlank = Filler.blanksEnd(at: start, in: bytes)

        var contentStart = firstNonBlank
        while contentStart + 1 < end, bytes[contentStart] == UInt8(ascii: "-"), bytes[contentStart + 1].isBlank {
            contentStart = Filler.blanksEnd(at: contentStart + 1, in: bytes)
        }
        var contentEnd = Self.commentStart(in: contentStart..<end, bytes) ?? end
        while contentEnd > contentStart, bytes[contentEnd - 1].isBlank { contentEnd -= 1 }
        content = contentStart..<contentEnd
    }

    /// How deep the line is indented.
    var depth: Int { firstNonBlank - range.lowerBound }

    /// Whether there is nothing but white space and a comment.
    var isEmpty: Bool { content.isEmpty }

    /// Where a comment begins.
    var comment: Range<Int>? {
        Self.commentStart(in: content.lowerBound..<range.upperBound, bytes).map { $0..<range.upperBound }
    }

    /// The line before that is not empty.
    var previous: SourceLine? {
        var line = self
        while line.range.lowerBound > 0 {
            line = SourceLine(at: line.range.lowerBound - 1, in: bytes)
            if !line.isEmpty { return line }
        }
        return nil
    }

    /// The first `:` that ends a key: outside quotes, with a blank or the line's end behind it.
    func keyColon(from start: Int? = nil) -> Int? {
        let first = max(start ?? 0, content.lowerBound)
        guard first < content.upperBound else { return nil }
        var quote: UInt8?
        for position in first..<content.upperBound {
            let byte = bytes[position]
            if let closer = quote {
                if byte == closer { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if position == content.lowerBound || !bytes[position - 1].isWordByte { quote = byte }
            } else if byte == UInt8(ascii: ":"), position + 1 >= range.upperBound || bytes[position + 1].isBlank {
                return position
            }
        }
        return nil
    }

    private static func commentStart(in range: Range<Int>, _ bytes: [UInt8]) -> Int? {
        range.first { Filler.isComment(at: $0, in: bytes) }
    }
}
