/// Walks over source text up to the first place where a bracket breaks plain text inside a flow collection.
///
/// Needed since libyaml reads ahead: it can fail at something inside of those brackets before it has said that a flow
/// collection began.
struct FlowLexer {
    /// A plain text with a bracket in it.
    struct Break {
        /// Where the text starts.
        let textStart: Int
        /// The bracket.
        let bracket: Int
    }

    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    /// How many flow collections are open.
    private(set) var depth = 0

    /// Where the last plain text inside of brackets starts that leaves a bracket or a quote open.
    private(set) var openText: Int?

    /// - Parameters:
    ///   - start: a place where a value, a key or the filler before them begins.
    ///   - end: how far to look.
    init(from start: Int, to end: Int, in bytes: [UInt8]) {
        self.bytes = bytes
        self.end = min(end, bytes.count)
        position = start
    }

    /// The first break, if there is one.
    mutating func firstBreak() -> Break? {
        while true {
            position = Filler.end(at: position, in: bytes)
            guard position < end else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                position += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth = max(depth - 1, 0)
                openText = nil
                position += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                skipQuoted()
            case UInt8(ascii: ","):
                position += 1
            case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"):
                if isIndicator(at: position) { position += 1 } else if let found = skipPlain() { return found }
            default:
                if let found = skipPlain() { return found }
            }
        }
    }

    private func isIndicator(at offset: Int) -> Bool {
        guard offset + 1 < bytes.count else { return true }
        let next = bytes[offset + 1]
        return next.isBlank || next.isLineBreak || (depth > 0 && next.isFlowIndicator)
    }

    /// Skips plain text.
    ///
    /// - Returns: the break when, inside a flow collection, an opening bracket ends the text.
    private mutating func skipPlain() -> Break? {
        let start = position
        defer {
            if depth > 0, Balance(of: bytes[start..<position]).missingCloser != nil { openText = start }
        }
        while position < bytes.count, !bytes[position].isLineBreak {
            if Filler.isComment(at: position, in: bytes) { return nil }
            if bytes[position] == UInt8(ascii: ":"), isIndicator(at: position) { return nil }
            if depth > 0, bytes[position].isFlowIndicator {
                return bytes[position].isOpeningBracket ? Break(textStart: start, bracket: position) : nil
            }
            position += 1
        }
        return nil
    }

    private mutating func skipQuoted() {
        let quote = bytes[position]
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == quote { return }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { position = min(position + 1, bytes.count) }
        }
    }
}
