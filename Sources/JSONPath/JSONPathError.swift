/// Why a JSONPath or a condition was refused, and where.
public struct JSONPathError: Error, Hashable, Sendable {
    /// What is wrong, without a place.
    public let message: String
    /// What to write instead, where that can be told.
    public let hint: String?
    /// Where it is wrong: offsets in UTF-8 bytes from the start of the text.
    public let range: Range<Int>

    /// Makes an error about a part of a text.
    public init(message: String, hint: String? = nil, range: Range<Int>) {
        self.message = message
        self.hint = hint
        self.range = range
    }
}
