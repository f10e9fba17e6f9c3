/// White space, line breaks and comments: what stands between the parts of a document.
enum Filler {
    /// The place behind the filler that begins at an offset.
    static func end(at offset: Int, in bytes: [UInt8]) -> Int {
        var position = offset
        while position < bytes.count {
            if bytes[position].isBlank {
                position += 1
            } else if let lineBreak = LineBreak(at: position, in: bytes) {
                position = lineBreak.source.upperBound
            } else if isComment(at: position, in: bytes) {
                position = lineEnd(at: position, in: bytes)
            } else {
                break
            }
        }
        return position
    }

    /// The place behind the blanks and tabs that begin at an offset.
    static func blanksEnd(at offset: Int, in bytes: [UInt8]) -> Int {
        var position = offset
        while position < bytes.count, bytes[position].isBlank { position += 1 }
        return position
    }

    /// The end of the line that an offset is in, before its line break.
    static func lineEnd(at offset: Int, in bytes: [UInt8]) -> Int {
        var position = offset
        while position < bytes.count, !bytes[position].isLineBreak { position += 1 }
        return position
    }

    /// Whether a comment begins at an offset.
    static func isComment(at offset: Int, in bytes: [UInt8]) -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "#") else { return false }
        return offset == 0 || bytes[offset - 1].isBlank || bytes[offset - 1].isLineBreak
    }
}
