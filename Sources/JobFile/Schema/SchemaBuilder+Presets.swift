internal import JSON

/// What a schema says about a token source with a preset.
extension SchemaBuilder {
    static func reference(to preset: Preset) -> JSONMember {
        JSONMember(name: "$ref", value: .string("#/$defs/\(definitionName(of: preset))"))
    }

    static func definitionName(of preset: Preset) -> String { "preset-\(preset.name)" }

    /// The parameters, and the keys of the kinds of sources that it may become.
    static func definition(of preset: Preset) -> JSONValue {
        let word = JSONMember(
            name: TokenSourceKeys.preset.name,
            value: .object([
                JSONMember(name: "description", value: .string(preset.doc)),
                JSONMember(name: "const", value: .string(preset.name)),
            ]))
        let parameters = preset.parameters.filter { !$0.isOwnKey }
        let listed = preset.parameters.filter { $0.isList && !$0.isOwnKey }.map(\.name)
        let own =
            [word]
            + parameters.map { parameter in
                JSONMember(
                    name: parameter.name,
                    value: listed.contains(parameter.name)
                        ? listSchema(of: parameter) : schema(of: parameter.key.declaration))
            }
        let required = [TokenSourceKeys.preset.name] + preset.parameters.filter(\.isRequired).map(\.name)
        return .object([
            JSONMember(name: "description", value: .string("\(preset.title): \(preset.doc)")),
            JSONMember(name: "type", value: .string("object")),
            JSONMember(name: "properties", value: .object(own + inherited(by: preset, besides: own.map(\.name)))),
            JSONMember(name: "required", value: .array(required.map { .string($0) })),
            JSONMember(name: "additionalProperties", value: .bool(false)),
        ])
    }

    /// Text, or a list of text.
    private static func listSchema(of parameter: PresetParameter) -> JSONValue {
        let text = JSONValue.object([JSONMember(name: "type", value: .string("string"))])
        let list = JSONValue.object([
            JSONMember(name: "type", value: .string("array")), JSONMember(name: "items", value: text),
        ])
        return .object([
            JSONMember(name: "description", value: .string(parameter.doc)),
            JSONMember(name: "oneOf", value: .array([text, list])),
        ])
    }

    /// The other keys, which are described with the kinds of sources.
    private static func inherited(by preset: Preset, besides names: [String]) -> [JSONMember] {
        var seen = Set(names)
        var members: [JSONMember] = []
        let helped = preset.helper.map { helper in
            TokenSourceKeys.section(ofType: helper.type).map { ($0, helper.takes) }
        }
        let sections = preset.types.compactMap { TokenSourceKeys.section(ofType: $0) }.map { ($0, $0.keys.map(\.name)) }
        for (section, keys) in sections + [helped ?? nil].compactMap({ $0 }) {
            for name in keys where seen.insert(name).inserted {
                let path = "#/$defs/\(section.name)/properties/\(name)"
                members.append(
                    JSONMember(name: name, value: .object([JSONMember(name: "$ref", value: .string(path))])))
            }
        }
        return members
    }
}
