internal import Diagnostics
internal import YAML

/// What the placeholders of a preset's data stand for.
struct PlaceholderValues {
    /// Where the preset is named, the place of all that is written nowhere else.
    let place: SourceSpan
    private var nodes: [String: YAMLNode] = [:]

    init(place: SourceSpan) {
        self.place = place
    }

    /// Sets what a placeholder stands for.
    mutating func set(_ name: String, to node: YAMLNode) { nodes[name] = node }

    /// A node of the data with its placeholders replaced; nil when one of them has no value.
    ///
    /// What is put in is not looked into again: a `<…>` in it is text.
    func filled(_ node: YAMLNode) -> YAMLNode? {
        switch node.content {
        case .scalar(let scalar): return filled(scalar)
        case .sequence(let items):
            return YAMLNode(items: items.compactMap { filled($0) }, at: place)
        case .mapping(let entries):
            return YAMLNode(entries: filled(entries), at: place)
        }
    }

    /// Entries of the data with their placeholders replaced, without those of which one has no value.
    func filled(_ entries: [YAMLEntry]) -> [YAMLEntry] {
        entries.compactMap { entry in
            filled(entry.value).map { YAMLEntry(name: entry.key.text, at: place, value: $0) }
        }
    }

    private func filled(_ scalar: YAMLScalar) -> YAMLNode? {
        let segments = PlaceholderText(scalar.text).segments
        if segments.count == 1, case .placeholder(let name, nil)? = segments.first { return nodes[name] }
        var text = ""
        var places: Set<SourceSpan> = []
        for segment in segments {
            switch segment {
            case .literal(let part): text += part
            case .placeholder(let name, let filters):
                guard let node = nodes[name], let value = node.scalar?.text else { return nil }
                text += filters.map { Self.filtered(value, by: $0) } ?? value
                places.insert(node.span)
            }
        }
        // A mistake in the one value that was put in is shown where that is written.
        let span = places.count == 1 ? places.first ?? place : place
        return YAMLNode(text: text, style: places.isEmpty ? scalar.style : .doubleQuoted, at: span)
    }

    /// A template's text through filters: each of its `${…}`, and what stands between them.
    private static func filtered(_ text: String, by filters: Substring) -> String {
        TemplateText(text).segments.map { segment in
            switch segment {
            case .literal(let part):
                return "${\(quoted(part.replacing("$${", with: "${"))) |\(filters)}"
            case .expression(let expression):
                guard expression.hasSuffix("}") else { return String(expression) }
                return "${(\(expression.dropFirst(2).dropLast())) |\(filters)}"
            }
        }.joined()
    }

    /// A text as a literal of templates.
    private static func quoted(_ text: some StringProtocol) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
