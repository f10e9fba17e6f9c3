/// A part of a text that a pattern matched.
public struct IRegexpMatch: Sendable, Hashable {
    /// The ranges of the groups: 0 is the whole match, 1 and on the capture groups; nil for a group that took no part.
    public let groups: [Range<String.Index>?]

    /// The part of the text that matched as a whole.
    public let range: Range<String.Index>

    init(range: Range<String.Index>, captures: [Range<String.Index>?]) {
        self.range = range
        groups = [range] + captures
    }
}
