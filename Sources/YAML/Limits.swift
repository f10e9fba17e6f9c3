/// How large a document may be; checked while it is read, so that a hostile one costs nothing.
enum Limits {
    /// The bytes of a file.
    static let bytes = 1 << 20
    /// The lists and mappings around a value.
    static let depth = 64
    /// Keys and values, aliases expanded.
    static let nodes = 100_000
    /// The anchors among which one with a similar name is looked for.
    static let suggestedAnchors = 100
    /// How often a text is read anew after a mistake whose place can be masked.
    static let repairs = 20
}
