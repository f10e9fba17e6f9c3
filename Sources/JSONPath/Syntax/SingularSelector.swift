internal import JSON

/// A selector of at most one child.
enum SingularSelector: Sendable {
    case name(String)
    /// A negative one counts from the end.
    case index(Int)

    /// The child that it selects.
    func child(of node: JSONNode) -> JSONNode? {
        switch self {
        case .name(let name): node[name]
        case .index(let index): node[index]
        }
    }
}

extension [SingularSelector] {
    /// The node that they lead to, one after the other.
    func node(from start: JSONNode) -> JSONNode? {
        var node = start
        for selector in self {
            guard let child = selector.child(of: node) else { return nil }
            node = child
        }
        return node
    }
}
