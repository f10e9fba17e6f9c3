internal import YAML

/// The kinds of YAML nodes that the forms of the language tell apart.
enum NodeKind: Sendable, Hashable {
    case scalar, null, list, mapping

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = scalar.value == .null ? .null : .scalar
        case .sequence: self = .list
        case .mapping: self = .mapping
        }
    }
}
