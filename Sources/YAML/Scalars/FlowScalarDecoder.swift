/// Reads plain and quoted scalars the way libyaml does, for the sake of the places.
struct FlowScalarDecoder {
    private let bytes: [UInt8]
    private let style: YAMLScalar.Style
    private let end: Int
    private var position: Int
    private var builder: ScalarMapBuilder

    /// - Parameters:
    ///   - content: what is between the quotes, if there are any.
    init(_ content: Range<Int>, style: YAMLScalar.Style, in bytes: [UInt8]) {
        self.bytes = bytes
        self.style = style
        end = content.upperBound
        position = content.lowerBound
        builder = ScalarMapBuilder(bytes)
    }

    /// The places of a text.
    mutating func map(of text: String) -> ScalarMap {
        while position < end {
            let escapedBreak = readWord()
            readGap(from: escapedBreak)
        }
        return builder.map(of: text)
    }

    /// Reads up to white space.
    ///
    /// - Returns: the place of the backslash when the white space begins with an escaped line break.
    private mutating func readWord() -> Int? {
        var start = position
        while position < end, !bytes[position].isBlank, LineBreak(at: position, in: bytes) == nil {
            let next = position + 1 < end ? bytes[position + 1] : 0
            if style == .singleQuoted, bytes[position] == UInt8(ascii: "'"), next == UInt8(ascii: "'") {
                builder.copy(start..<position)
                builder.add([UInt8(ascii: "'")], for: position..<position + 2)
                position += 2
                start = position
            } else if style == .doubleQuoted, bytes[position] == UInt8(ascii: "\\") {
                builder.copy(start..<position)
                if let lineBreak = LineBreak(at: position + 1, in: bytes) {
                    let backslash = position
                    position = lineBreak.source.upperBound
                    return backslash
                }
                let escape = DoubleQuoteEscape(at: position, in: bytes)
                let after = min(position + escape.length, end)
                builder.add(escape.text, for: position..<after)
                position = after
                start = position
            } else {
                position += 1
            }
        }
        builder.copy(start..<position)
        return nil
    }

    /// Reads white space, and folds it when there are line breaks in it.
    private mutating func readGap(from escapedBreak: Int?) {
        let start = escapedBreak ?? position
        let firstBlank = position
        var first: LineBreak?
        var more: [UInt8] = []
        while position < end {
            if bytes[position].isBlank {
                position += 1
            } else if let lineBreak = LineBreak(at: position, in: bytes) {
                if first == nil, escapedBreak == nil { first = lineBreak } else { more += lineBreak.text }
                position = lineBreak.source.upperBound
            } else {
                break
            }
        }
        if let first, first.isNewline {
            builder.add(more.isEmpty ? [UInt8(ascii: " ")] : more, for: start..<position)
        } else if first != nil || escapedBreak != nil {
            builder.add((first?.text ?? []) + more, for: start..<position)
        } else {
            builder.copy(firstBlank..<position)
        }
    }
}
