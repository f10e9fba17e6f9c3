internal import Template
internal import Diagnostics
internal import YAML

extension ValueShape {
    /// A scalar in which nothing is evaluated.
    static func plain<Content>(_ reader: ScalarReader<Content>) -> ValueShape<Located<Content>>
    where Value == Located<Content> {
        ValueShape(.scalar(reader.form)) { node, checker in
            guard let scalar = checker.scalar(node, as: reader.form), let text = checker.plainText(scalar) else {
                return nil
            }
            return checker.parse(text, of: scalar, with: reader).map { Located($0, at: scalar.span) }
        }
    }

    /// A scalar that may be a template, evaluated when the job is loaded.
    static func loaded<Content>(_ reader: ScalarReader<Content>) -> ValueShape<Loaded<Content>>
    where Value == Loaded<Content> {
        ValueShape(.scalar(reader.form)) { node, checker in
            guard let scalar = node.scalar, scalar.value != .null else {
                checker.wrongType(node, expected: .scalar(reader.form))
                return nil
            }
            if scalar.text.utf8Range(of: "${") != nil {
                guard let template = checker.template(scalar) else { return nil }
                guard let literal = template.template.literalText else {
                    return Loaded(content: .template(template, reader), span: scalar.span)
                }
                return checker.parse(literal, of: scalar, with: reader)
                    .map { Loaded(content: .value($0), span: scalar.span) }
            }
            guard let scalar = checker.scalar(node, as: reader.form) else { return nil }
            return checker.parse(scalar.text, of: scalar, with: reader)
                .map { Loaded(content: .value($0), span: scalar.span) }
        }
    }
}

extension ValueShape where Value == LocatedTemplate {
    /// Text with templates in it.
    static var template: ValueShape { template(.text) }

    /// Text of some kind with templates in it.
    static func template(_ form: ScalarForm) -> ValueShape {
        ValueShape(.scalar(form)) { node, checker in
            guard let scalar = checker.scalar(node, as: form) else { return nil }
            guard !scalar.text.isEmpty else {
                checker.diagnostics.error(.emptyValue, "\(form.words) was expected, this is empty", at: scalar.span)
                return nil
            }
            return checker.template(scalar)
        }
    }

    /// Text with templates in it, which may be empty.
    static var body: ValueShape {
        ValueShape(.scalar(.text)) { node, checker in
            checker.scalar(node, as: .text).flatMap { checker.template($0) }
        }
    }

    /// Just one `${…}`, so that the value keeps its type.
    static var expression: ValueShape {
        ValueShape(.scalar(.expression)) { node, checker in
            guard let scalar = checker.scalar(node, as: .expression), let template = checker.template(scalar) else {
                return nil
            }
            guard template.template.isSingleExpression else {
                checker.diagnostics.error(
                    .notSingleExpression, "just one ${…} was expected", at: scalar.span,
                    label: "write the whole of it inside ${…}")
                return nil
            }
            return template
        }
    }
}
