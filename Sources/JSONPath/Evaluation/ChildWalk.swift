internal import JSON

/// What one segment selects from one node.
struct ChildWalk {
    private let selectors: [Selector]
    /// The node whose children are selected.
    private var parent: JSONNode
    /// The nodes below the first whose children are still to be selected, of a descendant segment.
    private var descendants: JSONContainers?
    private var nextSelector = 0
    /// What the latest selector has left: children in document order, or a list of them.
    private var children: JSONChildren?
    private var filter: LogicalExpression?
    private var listed: ArraySlice<JSONNode> = []

    init(_ segment: Segment, from node: JSONNode) {
        selectors = segment.selectors
        parent = node
        if segment.isDescendant {
            descendants = node.containers
            nextSelector = selectors.count
        }
    }

    mutating func next(root: JSONNode) -> JSONNode? {
        while true {
            if let child = nextChild(root: root) { return child }
            if nextSelector == selectors.count {
                guard let descendant = descendants?.next() else { return nil }
                parent = descendant
                nextSelector = 0
            }
            begin(selectors[nextSelector])
            nextSelector += 1
        }
    }

    private mutating func begin(_ selector: Selector) {
        children = nil
        filter = nil
        switch selector {
        case .singular(let singular):
            if let child = singular.child(of: parent) { listed = [child] }
        case .wildcard:
            children = parent.children
        case .filter(let expression):
            children = parent.children
            filter = expression
        case .slice(let slice):
            guard parent.kind == .array else { return }
            let elements = Array(parent.elements)
            listed = slice.places(in: elements.count).map { elements[$0] }[...]
        }
    }

    private mutating func nextChild(root: JSONNode) -> JSONNode? {
        while let child = children?.next() {
            if filter?.holds(in: FilterContext(root: root, current: child)) ?? true { return child }
        }
        return listed.popFirst()
    }
}
