internal import Diagnostics
internal import JSON
internal import YAML

extension ValueShape where Value == ValueTemplate {
    /// Any JSON value, with templates in it.
    static var value: ValueShape {
        ValueShape(.anything) { node, checker in checker.value(node) }
    }
}

extension ValueShape where Value == JSONValue {
    /// Any JSON value, as it is.
    static var json: ValueShape {
        ValueShape(.anything) { node, checker in checker.value(node)?.literal }
    }

    /// Text, a number, a boolean or null, as it is.
    static var scalar: ValueShape {
        let form = ValueForm.either([.scalar(.text), .scalar(.integer(.min ... .max)), .scalar(.boolean), .null])
        return ValueShape(form) { node, checker in
            guard node.scalar != nil else {
                checker.wrongType(node, expected: .either([.scalar(.text), .scalar(.boolean), .null]))
                return nil
            }
            return checker.value(node)?.literal
        }
    }
}

extension ValueShape where Value == [ValueTemplate] {
    /// The values of a name in `query`, `headers` or a form: text, null, or a list of text.
    static var texts: ValueShape {
        let form = ValueForm.either([.scalar(.text), .null, .list(.scalar(.text))])
        return ValueShape(form) { node, checker in
            if let nodes = node.sequence {
                let values = nodes.map { checker.textValue($0) }
                return values.contains { $0 == nil } ? nil : values.compactMap { $0 }
            }
            guard node.scalar != nil else {
                checker.wrongType(node, expected: .either([.scalar(.text), .list(.scalar(.text))]))
                return nil
            }
            return checker.textValue(node).map { [$0] }
        }
    }
}

extension ValueShape where Value == [EntryTemplate] {
    /// The entries of `query`, `headers` or a form: a list repeats the name, null leaves it out.
    static func entries(_ names: NameRule = .any) -> ValueShape {
        let values = ValueShape<[ValueTemplate]>.texts
        let lists = ValueShape<(values: [ValueTemplate], isList: Bool)>(values.form) { node, checker in
            values.read(node, &checker).map { ($0, node.sequence != nil) }
        }
        return ValueShape<[Named<(values: [ValueTemplate], isList: Bool)>]>.map(of: lists, names: names).map {
            entries in
            entries.map { entry in
                EntryTemplate(
                    name: entry.name, nameSpan: entry.nameSpan, values: entry.value.values,
                    isList: entry.value.isList)
            }
        }
    }
}
