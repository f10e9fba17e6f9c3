internal import JSON

extension SchemaBuilder {
    /// What a schema says about a form.
    ///
    /// - Parameter isEvaluated: whether a template may stand in the place of a scalar.
    static func members(of form: ValueForm, isEvaluated: Bool) -> [JSONMember] {
        switch form {
        case .scalar(let scalar): return members(of: scalar, isEvaluated: isEvaluated)
        case .null: return [JSONMember(name: "type", value: .string("null"))]
        case .anything: return []
        case .list(let element):
            return [
                JSONMember(name: "type", value: .string("array")),
                JSONMember(name: "items", value: .object(members(of: element, isEvaluated: isEvaluated))),
            ]
        case .map(let value):
            return [
                JSONMember(name: "type", value: .string("object")),
                JSONMember(
                    name: "additionalProperties", value: .object(members(of: value, isEvaluated: isEvaluated))),
            ]
        case .section(let section): return [reference(to: section)]
        case .variants(let key, let standard, let sections):
            return [
                JSONMember(
                    name: "oneOf",
                    value: .array(
                        sections.map { choice in
                            .object(
                                [reference(to: choice.section)]
                                    + condition(key, choice.word, isStandard: choice.word == standard))
                        }))
            ]
        case .presets(let presets):
            return [JSONMember(name: "oneOf", value: .array(presets.map { .object([reference(to: $0)]) }))]
        case .either(let forms):
            let schemas = forms.map { JSONValue.object(members(of: $0, isEvaluated: isEvaluated)) }
            return [JSONMember(name: areDistinct(forms) ? "oneOf" : "anyOf", value: .array(schemas))]
        }
    }

    private static func reference(to section: Section) -> JSONMember {
        JSONMember(name: "$ref", value: .string("#/$defs/\(section.name)"))
    }

    /// The key says which of the variants it is; the standard one need not.
    private static func condition(_ key: String, _ word: String, isStandard: Bool) -> [JSONMember] {
        let property = JSONValue.object([
            JSONMember(name: key, value: .object([JSONMember(name: "const", value: .string(word))]))
        ])
        let members = [JSONMember(name: "properties", value: property)]
        return isStandard ? members : members + [JSONMember(name: "required", value: .array([.string(key)]))]
    }

    /// Whether no value can be of two of the forms.
    private static func areDistinct(_ forms: [ValueForm]) -> Bool {
        [NodeKind.scalar, .null, .list, .mapping].allSatisfy { kind in
            forms.filter { $0.accepts(kind) }.count <= 1
        }
    }

    private static func members(of form: ScalarForm, isEvaluated: Bool) -> [JSONMember] {
        let plain = members(of: form)
        let isAnyText = form.kind == .text && form.pattern == nil && form.allowed.isEmpty
        guard isEvaluated, !isAnyText else { return plain }
        let template = JSONValue.object([
            JSONMember(name: "type", value: .string("string")), JSONMember(name: "pattern", value: .string(#"\$\{"#)),
        ])
        return [JSONMember(name: "anyOf", value: .array([.object(plain), template]))]
    }

    private static func members(of form: ScalarForm) -> [JSONMember] {
        switch form.kind {
        case .boolean:
            guard let only = form.allowed.first else { return [JSONMember(name: "type", value: .string("boolean"))] }
            return [JSONMember(name: "const", value: .bool(only == "true"))]
        case .integer:
            var members = [JSONMember(name: "type", value: .string("integer"))]
            if let range = form.range, range.lowerBound > .min {
                members.append(JSONMember(name: "minimum", value: .number(JSONNumber(range.lowerBound))))
            }
            if let range = form.range, range.upperBound < .max {
                members.append(JSONMember(name: "maximum", value: .number(JSONNumber(range.upperBound))))
            }
            return members
        case .text:
            guard form.allowed.isEmpty else {
                return [JSONMember(name: "enum", value: .array(form.allowed.map { .string($0) }))]
            }
            // In YAML a plain 404 is a number, and text all the same where text is wanted.
            let types = JSONValue.array(["string", "number", "boolean"].map { .string($0) })
            var members = [JSONMember(name: "type", value: types)]
            if let pattern = form.pattern { members.append(JSONMember(name: "pattern", value: .string(pattern))) }
            return members
        }
    }
}
