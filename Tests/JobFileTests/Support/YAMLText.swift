import YAML

/// Nodes as text, for golden tests: two spaces a level, quotes only where a text would be something else.
enum YAMLText {
    static func of(_ nodes: [YAMLNode]) -> String {
        nodes.map { text(of: $0, indent: "") }.joined(separator: "---\n")
    }

    private static func text(of node: YAMLNode, indent: String) -> String {
        switch node.content {
        case .scalar(let scalar): "\(indent)\(word(scalar))\n"
        case .sequence(let items):
            items.map { item in
                if let scalar = item.scalar { return "\(indent)- \(word(scalar))\n" }
                return "\(indent)-\n" + text(of: item, indent: indent + "  ")
            }.joined()
        case .mapping(let entries):
            entries.map { entry in
                if let scalar = entry.value.scalar { return "\(indent)\(entry.key.text): \(word(scalar))\n" }
                return "\(indent)\(entry.key.text):\n" + text(of: entry.value, indent: indent + "  ")
            }.joined()
        }
    }

    private static func word(_ scalar: YAMLScalar) -> String { scalar.text.isEmpty ? "\"\"" : scalar.text }
}
