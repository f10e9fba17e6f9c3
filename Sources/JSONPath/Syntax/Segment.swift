/// A step of a query: selectors for the children of a node, or of a node and all its descendants (RFC 9535, 2.5).
struct Segment: Sendable {
    let isDescendant: Bool
    let selectors: [Selector]

    /// The selector of a segment that selects at most one node.
    var singular: SingularSelector? {
        guard !isDescendant, selectors.count == 1, case .singular(let selector) = selectors[0] else { return nil }
        return selector
    }

    /// Whether it selects all children and nothing else.
    var isEveryChild: Bool {
        guard !isDescendant, selectors.count == 1, case .wildcard = selectors[0] else { return false }
        return true
    }
}
