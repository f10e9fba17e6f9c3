/// A query (RFC 9535, 2.1), sorted by how it is best evaluated.
struct Query: Sendable {
    /// What `$` and `@` stand for.
    enum Start: Sendable {
        case root, current
    }

    let start: Start
    /// The segments up to the first that may select several nodes.
    let lead: [SingularSelector]
    /// The segments from there on.
    let rest: [Segment]
    /// What follows the wildcard, when the rest is a wildcard and then only selectors of one child.
    let afterWildcard: [SingularSelector]?
    /// Where it stands in the text.
    let range: Range<Int>

    /// Whether it selects at most one node (2.3.5.1).
    var isSingular: Bool { rest.isEmpty }

    init(start: Start, segments: [Segment], range: Range<Int>) {
        self.start = start
        lead = segments.prefix { $0.singular != nil }.compactMap(\.singular)
        rest = Array(segments.dropFirst(lead.count))
        let tail = rest.dropFirst().map(\.singular)
        let isPlain = rest.first?.isEveryChild == true && !tail.contains { $0 == nil }
        afterWildcard = isPlain ? tail.compactMap { $0 } : nil
        self.range = range
    }
}
