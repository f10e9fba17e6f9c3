internal import Diagnostics

/// What stands before a document: a byte order mark, comments, directives.
struct Prologue {
    /// Where the YAML begins.
    let start: Int
    /// A `%TAG` directive, if there is one.
    private(set) var tagDirective: Range<Int>?
    /// A `%YAML` directive, if there is one.
    private(set) var versionDirective: Range<Int>?

    init(of bytes: [UInt8]) {
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var position = Filler.end(at: start, in: bytes)
        while position < bytes.count, bytes[position] == UInt8(ascii: "%"), tagDirective == nil {
            let end = Filler.lineEnd(at: position, in: bytes)
            if bytes[position..<end].starts(with: "%TAG".utf8) { tagDirective = position..<end }
            if bytes[position..<end].starts(with: "%YAML".utf8) { versionDirective = position..<end }
            position = Filler.end(at: end, in: bytes)
        }
    }
}
