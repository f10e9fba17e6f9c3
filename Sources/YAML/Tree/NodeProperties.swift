/// Where the anchor and the tag of a node stand, and where the node itself begins.
struct NodeProperties {
    /// Where the tag stands, if there is one.
    private(set) var tag: Range<Int>?
    /// Where the anchor stands, if there is one.
    private(set) var anchor: Range<Int>?
    /// Where the node itself begins.
    private(set) var contentStart: Int

    /// Finds the properties at the start of a node.
    init(_ properties: YAMLEvent.Properties, at start: Int, in bytes: [UInt8]) {
        contentStart = start
        var isAnchorMissing = properties.anchor != nil
        var isTagMissing = properties.hasTag
        while isAnchorMissing || isTagMissing, contentStart < bytes.count {
            var end = contentStart
            switch bytes[contentStart] {
            case UInt8(ascii: "&"):
                end += 1
                while end < bytes.count, bytes[end].isWordByte { end += 1 }
                anchor = contentStart..<end
                isAnchorMissing = false
            case UInt8(ascii: "!"):
                end = Self.tagEnd(at: contentStart, in: bytes)
                tag = contentStart..<end
                isTagMissing = false
            default:
                return
            }
            contentStart = Filler.end(at: end, in: bytes)
        }
    }

    private static func tagEnd(at start: Int, in bytes: [UInt8]) -> Int {
        let isVerbatim = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "<")
        var end = start
        while end < bytes.count, !bytes[end].isBlank, !bytes[end].isLineBreak {
            if isVerbatim, bytes[end] == UInt8(ascii: ">") { return end + 1 }
            if !isVerbatim, bytes[end] == UInt8(ascii: ",") || bytes[end].isClosingBracket { break }
            end += 1
        }
        return end
    }
}
