internal import IRegexp

/// A call of `match` or `search` (RFC 9535, 2.4.6 and 2.4.7).
struct PatternTest: Sendable {
    /// Where the pattern comes from.
    enum Pattern: Sendable {
        /// A literal.
        case fixed(IRegexp)
        /// A literal that is no I-Regexp: nothing matches it.
        case invalid
        /// The value of a query or a function.
        case computed(Operand, PatternCache)
    }

    let text: Operand
    let pattern: Pattern
    /// Whether the whole text must match (`match`), or a part of it (`search`).
    let isWhole: Bool
    /// Where it stands in the text.
    let range: Range<Int>
}
