internal import Diagnostics
internal import YAML

extension ValueShape {
    /// A list.
    static func list<Element>(of element: ValueShape<Element>, orEmpty: Bool = false) -> ValueShape<[Element]>
    where Value == [Element] {
        ValueShape(.list(element.form)) { node, checker in
            guard let nodes = node.sequence else {
                checker.wrongType(node, expected: .list(element.form))
                return nil
            }
            guard orEmpty || !nodes.isEmpty else {
                checker.diagnostics.error(.emptyValue, "the list is empty", at: node.span)
                return nil
            }
            // All elements are read, so that the mistakes of all are shown.
            let elements = nodes.map { element.read($0, &checker) }
            return elements.contains { $0 == nil } ? nil : elements.compactMap { $0 }
        }
    }

    /// One value, or a list of them.
    static func oneOrMore<Element>(_ element: ValueShape<Element>) -> ValueShape<[Element]> where Value == [Element] {
        let list = ValueShape<[Element]>.list(of: element)
        return ValueShape(.either([element.form, list.form])) { node, checker in
            if node.sequence != nil { return list.read(node, &checker) }
            guard element.form.accepts(NodeKind(node)) else {
                checker.wrongType(node, expected: .either([element.form, list.form]))
                return nil
            }
            return element.read(node, &checker).map { [$0] }
        }
    }

    /// A mapping with names of the job's own.
    static func map<Content>(
        of content: ValueShape<Content>, names: NameRule = .any, orEmpty: Bool = true
    ) -> ValueShape<[Named<Content>]> where Value == [Named<Content>] {
        ValueShape(.map(content.form)) { node, checker in
            guard let entries = node.mapping else {
                checker.wrongType(node, expected: .map(content.form))
                return nil
            }
            guard orEmpty || !entries.isEmpty else {
                checker.diagnostics.error(.emptyValue, "the mapping is empty", at: node.span)
                return nil
            }
            var result: [Named<Content>] = []
            var isRight = true
            for entry in entries {
                if let problem = names.problem(of: entry.key.text) {
                    checker.diagnostics.error(names.code, problem, at: entry.key.span)
                    isRight = false
                }
                let first = checker.uses.count
                guard let value = content.read(entry.value, &checker) else {
                    isRight = false
                    continue
                }
                result.append(
                    Named(
                        name: entry.key.text, nameSpan: entry.key.span, value: value, span: entry.value.span,
                        uses: Array(checker.uses[first...])))
            }
            return isRight ? result : nil
        }
    }

    /// A short form and a long form, told apart by the kind of node.
    static func either<Short, Long>(
        _ short: ValueShape<Short>, or long: ValueShape<Long>
    ) -> ValueShape<Either<Short, Long>> where Value == Either<Short, Long> {
        let form = ValueForm.either([short.form, long.form])
        return ValueShape(form) { node, checker in
            let kind = NodeKind(node)
            if short.form.accepts(kind) { return short.read(node, &checker).map { .short($0) } }
            if long.form.accepts(kind) { return long.read(node, &checker).map { .long($0) } }
            checker.wrongType(node, expected: form)
            return nil
        }
    }
}
