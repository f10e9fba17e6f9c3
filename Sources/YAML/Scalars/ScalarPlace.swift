/// Where a scalar really starts and ends, and where each part of its text is.
struct ScalarPlace {
    /// The scalar, its quotes or its block header included.
    let source: Range<Int>
    let map: ScalarMap

    /// The place of text that stands in the source as it is.
    init(verbatim source: Range<Int>) {
        self.source = source
        map = .verbatim(start: source.lowerBound, count: source.count)
    }

    /// Works out the place of a scalar.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - style: how it is written.
    ///   - range: where it stands as libyaml has it, without anchor and tag.
    ///   - parentIndent: only asked for where it counts: the column of the block collection around it, -1 for none.
    init(
        of text: String, _ style: YAMLScalar.Style, in range: Range<Int>, bytes: [UInt8],
        parentIndent: @autoclosure () -> Int
    ) {
        switch style {
        case .plain:
            source = range
            map = Self.flowMap(of: text, style, content: range, bytes: bytes)
        case .singleQuoted, .doubleQuoted:
            source = range
            let lower = min(range.lowerBound + 1, range.upperBound)
            let content = lower..<max(range.upperBound - 1, lower)
            map = Self.flowMap(of: text, style, content: content, bytes: bytes)
        case .literal, .folded:
            let header = BlockHeader(at: range.lowerBound, in: bytes)
            var end = range.upperBound
            while end > header.end, bytes[end - 1].isBlank || bytes[end - 1].isLineBreak { end -= 1 }
            source = range.lowerBound..<(end > header.end ? end : min(header.indicatorsEnd, range.upperBound))
            var decoder = BlockScalarDecoder(range, parentIndent: parentIndent(), in: bytes)
            map = decoder.map(of: text)
        }
    }

    private static func flowMap(
        of text: String, _ style: YAMLScalar.Style, content: Range<Int>, bytes: [UInt8]
    ) -> ScalarMap {
        // A text that stands there as it is holds no fold and no escape, since those change it.
        if bytes[content].elementsEqual(text.utf8) {
            return .verbatim(start: content.lowerBound, count: content.count)
        }
        var decoder = FlowScalarDecoder(content, style: style, in: bytes)
        return decoder.map(of: text)
    }
}
