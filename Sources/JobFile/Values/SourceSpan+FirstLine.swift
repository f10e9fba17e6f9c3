internal import Diagnostics

extension SourceSpan {
    /// The part of the span on its first line, so that a whole mapping is not marked.
    var firstLine: SourceSpan {
        let length = file.bytes[start..<end].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.count
        return SourceSpan(file: file, start: start, end: start + length)
    }
}

extension String {
    /// The first line.
    var firstLine: String { String(prefix { !$0.isNewline }) }
}
