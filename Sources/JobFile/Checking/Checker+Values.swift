internal import Diagnostics
internal import JSON
internal import Template
internal import YAML

extension Checker {
    /// The JSON value of a node, in which templates may stand where the key at hand evaluates them.
    mutating func value(_ node: YAMLNode) -> ValueTemplate? {
        switch node.content {
        case .scalar(let scalar): return scalarValue(scalar)
        case .sequence(let nodes): return list(nodes, at: node.span)
        case .mapping(let entries): return map(entries, at: node.span)
        }
    }

    /// A value for a place where text is wanted: numbers and booleans keep their spelling, null stays null.
    mutating func textValue(_ node: YAMLNode) -> ValueTemplate? {
        guard let scalar = node.scalar else {
            wrongType(node, expected: .scalar(.text))
            return nil
        }
        if scalar.value == .null { return .literal(.null) }
        return text(scalar)
    }

    private mutating func scalarValue(_ scalar: YAMLScalar) -> ValueTemplate? {
        switch scalar.value {
        case .null: return .literal(.null)
        case .bool(let value): return .literal(.bool(value))
        case .integer(let spelled), .float(let spelled):
            guard let number = JSONNumber(yaml: spelled) else {
                diagnostics.error(
                    .wrongType, "JSON has no number '\(spelled.excerpt)'", at: scalar.span,
                    label: "put it in quotes for text")
                return nil
            }
            return .literal(.number(number))
        case .string: return text(scalar)
        }
    }

    private mutating func text(_ scalar: YAMLScalar) -> ValueTemplate? {
        guard let template = template(scalar) else { return nil }
        if let literal = template.template.literalText { return .literal(.string(literal)) }
        return .template(template)
    }

    private mutating func list(_ nodes: [YAMLNode], at span: SourceSpan) -> ValueTemplate? {
        let values = nodes.map { value($0) }
        let elements = values.compactMap { $0 }
        guard elements.count == values.count else { return nil }
        let literals = elements.compactMap(\.literal)
        return literals.count == elements.count ? .literal(.array(literals)) : .list(elements, span)
    }

    private mutating func map(_ entries: [YAMLEntry], at span: SourceSpan) -> ValueTemplate? {
        var members: [(name: String, value: ValueTemplate)] = []
        var isRight = true
        for entry in entries {
            if let range = entry.key.text.utf8Range(of: "${") {
                diagnostics.error(
                    .templateNotEvaluated, "nothing is evaluated in names", at: entry.key.span,
                    label: range.lowerBound == 0 ? "only values may be templates" : nil)
                isRight = false
            }
            guard let value = value(entry.value) else {
                isRight = false
                continue
            }
            members.append((entry.key.text, value))
        }
        guard isRight else { return nil }
        let literals = members.compactMap { member in
            member.value.literal.map { JSONMember(name: member.name, value: $0) }
        }
        return literals.count == members.count ? .literal(.object(literals)) : .map(members, span)
    }
}

extension ValueTemplate {
    /// The value, when there is no template in it.
    var literal: JSONValue? {
        if case .literal(let value) = self { value } else { nil }
    }
}
