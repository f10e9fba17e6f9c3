internal import JSON

/// The nodes that a query selects in RFC 9535's order, found as they are asked for.
///
/// Singular queries and those with one wildcard among names, such as `$.data[*].id`, need no memory.
struct Selection: Sequence, IteratorProtocol {
    /// The node of a singular query.
    private var only: JSONNode?
    /// The nodes of a plain wildcard, and what is selected from each.
    private var children: JSONChildren?
    private var tail: [SingularSelector] = []
    /// Anything else.
    private var walk: SegmentWalk?

    init(of query: Query, in context: FilterContext) {
        guard let node = query.leadingNode(in: context) else { return }
        if query.isSingular {
            only = node
        } else if let afterWildcard = query.afterWildcard {
            children = node.children
            tail = afterWildcard
        } else {
            walk = SegmentWalk(query.rest, from: node, root: context.root)
        }
    }

    mutating func next() -> JSONNode? {
        if walk != nil { return walk?.next() }
        while let child = children?.next() {
            if tail.isEmpty { return child }
            if let node = tail.node(from: child) { return node }
        }
        return only.take()
    }
}
