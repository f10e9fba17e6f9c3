internal import JSON

extension Query {
    /// The nodes that it selects, one at a time.
    func selection(in context: FilterContext) -> Selection {
        Selection(of: self, in: context)
    }

    /// The first node that it selects.
    func first(in context: FilterContext) -> JSONNode? {
        if isSingular { return leadingNode(in: context) }
        var selection = selection(in: context)
        return selection.next()
    }

    /// Where the segments lead that select at most one node.
    func leadingNode(in context: FilterContext) -> JSONNode? {
        lead.node(from: start == .root ? context.root : context.current)
    }
}
