/// Something that RFC 9535 allows and that is surely not meant.
public struct JSONPathWarning: Hashable, Sendable {
    /// What is suspect, without a place.
    public let message: String
    /// Where it stands: offsets in UTF-8 bytes from the start of the text.
    public let range: Range<Int>
}
