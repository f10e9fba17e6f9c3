/// A place in a source file, as editors count it.
public struct SourcePosition: Hashable, Sendable {
    /// The byte offset, from 0.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars; a byte order mark is not counted.
    public let column: Int

    /// Makes a position from its parts.
    public init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }
}
