internal import Diagnostics
internal import YAML

/// Reads the parameters of a preset.
struct PresetValues {
    let expansion: PresetExpansion
    /// Those of the preset and of the cases that hold.
    let parameters: [PresetParameter]

    private var place: SourceSpan { expansion.place }

    /// The values; nil after a diagnostic.
    func read(with checker: inout Checker) -> PlaceholderValues? {
        var values = PlaceholderValues(place: place)
        var isRight = true
        for entry in expansion.entries where entry.value.scalar != nil { values.set(entry.key.text, to: entry.value) }
        values.set(TokenSourceKeys.name.name, to: YAMLNode(text: expansion.name, at: place))
        for parameter in parameters {
            let entry = expansion.entries.first { $0.key.text == parameter.name }
            guard let node = entry?.value, NodeKind(node) != .null else {
                isRight = readAbsent(parameter, into: &values, with: &checker) && isRight
                continue
            }
            guard let value = read(parameter, node, with: &checker) else {
                isRight = false
                continue
            }
            values.set(parameter.name, to: value)
        }
        return isRight ? values : nil
    }

    private func readAbsent(
        _ parameter: PresetParameter, into values: inout PlaceholderValues, with checker: inout Checker
    ) -> Bool {
        if let standard = parameter.standard {
            values.set(parameter.name, to: chosen(parameter, YAMLNode(text: standard, at: place)))
            return true
        }
        guard parameter.isRequired else { return true }
        checker.diagnostics.error(
            .missingKey, "the preset \(expansion.preset.name) needs '\(parameter.name)'", at: place,
            label: "add \(parameter.name): \(parameter.example)", notes: ["\(parameter.name): \(parameter.doc)"])
        return false
    }

    /// The value of a parameter that is there; nil after a diagnostic.
    private func read(_ parameter: PresetParameter, _ node: YAMLNode, with checker: inout Checker) -> YAMLNode? {
        if let items = node.sequence, parameter.isList || parameter.isOwnKey {
            return parameter.isOwnKey
                ? readOwn(parameter, items, node, with: &checker) : join(items, node, with: &checker)
        }
        guard let scalar = node.scalar else {
            checker.wrongType(node, expected: .scalar(.text))
            return nil
        }
        guard !scalar.text.isEmpty else {
            checker.diagnostics.error(
                .emptyValue, "'\(parameter.name)' is empty", at: scalar.span, label: "such as \(parameter.example)")
            return nil
        }
        guard endsRight(parameter, scalar, with: &checker) else { return nil }
        guard parameter.choices.isEmpty else { return choose(parameter, node, scalar, with: &checker) }
        return node
    }

    /// A list that stays where it is.
    private func readOwn(
        _ parameter: PresetParameter, _ items: [YAMLNode], _ node: YAMLNode, with checker: inout Checker
    ) -> YAMLNode? {
        var isRight = true
        for scalar in items.compactMap(\.scalar) {
            isRight = endsRight(parameter, scalar, with: &checker) && isRight
        }
        return isRight ? node : nil
    }

    /// A list as text with spaces between its elements.
    private func join(_ items: [YAMLNode], _ node: YAMLNode, with checker: inout Checker) -> YAMLNode? {
        for item in items where item.scalar == nil {
            checker.wrongType(item, expected: .scalar(.text))
            return nil
        }
        return YAMLNode(text: items.compactMap(\.scalar?.text).joined(separator: " "), at: node.span)
    }

    // MARK: Choices and endings

    private func choose(
        _ parameter: PresetParameter, _ node: YAMLNode, _ scalar: YAMLScalar, with checker: inout Checker
    ) -> YAMLNode? {
        guard parameter.otherwise == nil, !parameter.choices.contains(where: { $0.word == scalar.text }) else {
            return chosen(parameter, node)
        }
        let words = parameter.choices.map(\.word)
        guard scalar.text.utf8Range(of: "${") == nil else {
            checker.diagnostics.error(
                .templateNotEvaluated, "nothing is evaluated in '\(parameter.name)'", at: scalar.span,
                label: "write one of \(words.joined(separator: ", "))")
            return nil
        }
        let problem = ValueProblem(unknownWord: scalar.text, among: words)
        checker.diagnostics.error(
            .unknownWord, problem.message, at: scalar.span, label: problem.hint, notes: problem.notes)
        return nil
    }

    /// What a word stands for.
    private func chosen(_ parameter: PresetParameter, _ node: YAMLNode) -> YAMLNode {
        guard let text = node.scalar?.text else { return node }
        if let choice = parameter.choices.first(where: { $0.word == text }) {
            return YAMLNode(text: choice.text, at: node.span)
        }
        guard let otherwise = parameter.otherwise else { return node }
        var values = PlaceholderValues(place: node.span)
        values.set(parameter.name, to: node)
        return values.filled(YAMLNode(text: otherwise, at: node.span)) ?? node
    }

    private func endsRight(_ parameter: PresetParameter, _ scalar: YAMLScalar, with checker: inout Checker) -> Bool {
        guard let ending = parameter.ending else { return true }
        // Behind a template anything may come.
        let words = scalar.text.split(whereSeparator: \.isWhitespace).filter { !$0.hasSuffix("}") }
        guard words.contains(where: { !$0.hasSuffix(ending) }) else { return true }
        checker.diagnostics.error(
            .presetRule, "\(expansion.preset.title) wants a '\(parameter.name)' that ends in \(ending)",
            at: scalar.span, label: "such as \(parameter.example)",
            notes: ["\(parameter.name): \(parameter.doc)"])
        return false
    }
}
