/// A file's name and bytes, with a table that turns byte offsets into lines and columns.
///
/// Immutable, and shared by reference: every span of a file points at the same instance.
public final class SourceFile: Sendable, Hashable {
    /// The name as diagnostics show it, usually the path as the user wrote it.
    public let name: String
    /// The file's bytes as they were read, a byte order mark included.
    public let bytes: [UInt8]

    private let lineStarts: [Int]
    /// How many scalars begin before each block of `scalarBlockSize` bytes; so that a column in a file of one
    /// endless line costs a block, not the line.
    private let scalarsBeforeBlock: [Int]
    private static let scalarBlockSize = 1024

    /// Makes a source file and indexes its lines; a line ends with `\n`, `\r\n` or a lone `\r`.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var lineStarts = [0]
        var scalarsBeforeBlock: [Int] = []
        scalarsBeforeBlock.reserveCapacity(bytes.count / Self.scalarBlockSize + 1)
        var scalars = 0
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                if index % Self.scalarBlockSize == 0 { scalarsBeforeBlock.append(scalars) }
                let byte = bytes[index]
                if byte & 0xC0 != 0x80 { scalars += 1 }
                if byte == UInt8(ascii: "\n") {
                    lineStarts.append(index + 1)
                } else if byte == UInt8(ascii: "\r"),
                    index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
                {
                    lineStarts.append(index + 1)
                }
            }
        }
        self.lineStarts = lineStarts
        self.scalarsBeforeBlock = scalarsBeforeBlock
    }

    /// Makes a source file from text.
    public convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The number of lines, at least 1; a line break at the end begins one more, empty line.
    public var lineCount: Int { lineStarts.count }

    /// Where a byte offset stands; an offset outside the file counts as its nearest end.
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(at: offset)
        var column = scalarCount(before: offset) - scalarCount(before: lineStarts[line]) + 1
        if line == 0, offset >= byteOrderMarkLength, byteOrderMarkLength > 0 { column -= 1 }
        return SourcePosition(offset: offset, line: line + 1, column: column)
    }

    /// The text of a line without its line break, or empty text when there is no such line.
    ///
    /// - Parameter number: the line's number, from 1.
    public func line(_ number: Int) -> String {
        String(decoding: bytes[lineRange(number)], as: UTF8.self)
    }

    /// The byte range of a line without its line break and byte order mark; empty when there is no such line.
    ///
    /// - Parameter number: the line's number, from 1.
    public func lineRange(_ number: Int) -> Range<Int> {
        guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = number == 1 ? byteOrderMarkLength : lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The byte offset of the scalar with a number, from 0, or the file's end when there are fewer.
    ///
    /// A scalar is counted by its first byte; the byte order mark counts as one.
    public func offset(ofScalar number: Int) -> Int {
        guard number > 0 else { return 0 }
        var low = 0
        var high = scalarsBeforeBlock.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if scalarsBeforeBlock[middle] <= number { low = middle } else { high = middle }
        }
        guard low < scalarsBeforeBlock.count else { return bytes.count }
        var seen = scalarsBeforeBlock[low]
        var index = low * Self.scalarBlockSize
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if seen == number { return index }
                seen += 1
            }
            index += 1
        }
        return bytes.count
    }

    /// Whether two files have the same name and bytes.
    public static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right || (left.name == right.name && left.bytes == right.bytes)
    }

    /// Feeds the name and the length into the hasher: cheap, and enough to tell the few files of a job apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(bytes.count)
    }

    private var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    private func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func scalarCount(before offset: Int) -> Int {
        guard !scalarsBeforeBlock.isEmpty else { return 0 }
        let block = min(offset / Self.scalarBlockSize, scalarsBeforeBlock.count - 1)
        var count = scalarsBeforeBlock[block]
        for byte in bytes[(block * Self.scalarBlockSize)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
