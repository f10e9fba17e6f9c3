internal import JSON

/// Walks along the segments of a query, depth first, on a stack of its own: neither a deep document nor a long query
/// can make it recurse.
struct SegmentWalk: IteratorProtocol {
    private let segments: [Segment]
    private let root: JSONNode
    /// What is under way of each segment, the first at the bottom.
    private var open: [ChildWalk]

    /// Begins at a node; there must be a segment.
    init(_ segments: [Segment], from start: JSONNode, root: JSONNode) {
        self.segments = segments
        self.root = root
        open = segments.first.map { [ChildWalk($0, from: start)] } ?? []
    }

    mutating func next() -> JSONNode? {
        while let last = open.indices.last {
            guard let node = open[last].next(root: root) else {
                open.removeLast()
                continue
            }
            if open.count == segments.count { return node }
            open.append(ChildWalk(segments[open.count], from: node))
        }
        return nil
    }
}
