/// Why a pattern was refused, and where.
public struct IRegexpError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, in a few words and without a place.
    public let message: String
    /// Where it is wrong: an offset in UTF-8 bytes from the start of the pattern; its length means the end.
    public let offset: Int

    /// Makes an error about a place in a pattern.
    public init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// The message and the offset.
    public var description: String { "\(message) (at offset \(offset))" }
}
