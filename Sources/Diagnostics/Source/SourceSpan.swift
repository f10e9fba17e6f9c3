/// A stretch of a source file: from a start offset up to, not including, an end offset.
public struct SourceSpan: Hashable, Sendable {
    /// The file.
    public let file: SourceFile
    /// The byte offset of the first byte.
    public let start: Int
    /// The byte offset behind the last byte; equal to `start` for an empty span.
    public let end: Int

    /// Makes a span; offsets outside the file are moved to its nearest end, and `end` is never before `start`.
    public init(file: SourceFile, start: Int, end: Int) {
        self.file = file
        self.start = min(max(start, 0), file.bytes.count)
        self.end = min(max(end, self.start), file.bytes.count)
    }

    /// Where the span begins.
    public var startPosition: SourcePosition { file.position(at: start) }

    /// Where the span ends: the place behind its last scalar.
    public var endPosition: SourcePosition { file.position(at: end) }

    /// The bytes of the span as text; what is not UTF-8 becomes U+FFFD.
    public var text: String { String(decoding: file.bytes[start..<end], as: UTF8.self) }

    /// The span from the start of this one to the end of another; this one when they are in different files.
    public func joined(with other: SourceSpan) -> SourceSpan {
        guard file == other.file else { return self }
        return SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}

extension SourceSpan: CustomStringConvertible {
    /// `NAME:LINE:COLUMN` of the start.
    public var description: String {
        let position = startPosition
        return "\(file.name):\(position.line):\(position.column)"
    }
}
