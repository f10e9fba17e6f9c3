internal import JSON

/// Makes the JSON Schema out of the declaration of the language.
enum SchemaBuilder {
    /// The schema of a job file.
    static func jobSchema() -> JSONValue {
        var members = [
            JSONMember(name: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema")),
            JSONMember(name: "title", value: .string("A job of errand")),
        ]
        members += self.members(of: JobLanguage.root)
        let definitions = JobLanguage.sections.filter { $0.name != JobLanguage.root.name }.map {
            JSONMember(name: $0.name, value: .object(self.members(of: $0)))
        }
        let presets = Presets.all.map { JSONMember(name: definitionName(of: $0), value: definition(of: $0)) }
        members.append(JSONMember(name: "$defs", value: .object(definitions + presets)))
        return .object(members)
    }

    private static func members(of section: Section) -> [JSONMember] {
        var members = [
            JSONMember(name: "description", value: .string(section.doc)),
            JSONMember(name: "type", value: .string("object")),
            JSONMember(
                name: "properties",
                value: .object(
                    section.keys.map { key in
                        JSONMember(name: key.name, value: schema(of: key.declaration, in: section))
                    })),
        ]
        let required = section.keys.filter { section.isWhole && $0.declaration.isRequired }.map {
            JSONValue.string($0.name)
        }
        if !required.isEmpty { members.append(JSONMember(name: "required", value: .array(required))) }
        if section.hasPrivateKeys {
            members.append(
                JSONMember(name: "patternProperties", value: .object([JSONMember(name: "^x-", value: .bool(true))])))
        }
        members.append(JSONMember(name: "additionalProperties", value: .bool(false)))
        let groups = section.groups.map { schema(of: $0) }
        if !groups.isEmpty { members.append(JSONMember(name: "allOf", value: .array(groups))) }
        return members
    }

    static func schema(of key: KeyDeclaration, in section: Section? = nil) -> JSONValue {
        var form = key.form
        if section?.nullRemoves ?? false { form = .either([form, .null]) }
        var members = members(of: form, isEvaluated: key.evaluated != .never)
        members.insert(JSONMember(name: "description", value: .string(description(of: key))), at: 0)
        if let example = ExampleValue.value(of: key.example) {
            members.append(JSONMember(name: "examples", value: .array([example])))
        }
        return .object(members)
    }

    private static func description(of key: KeyDeclaration) -> String {
        var text = key.doc
        if let standard = key.standard { text += " Default: \(standard)." }
        if key.evaluated != .never { text += " Templates are evaluated at \(key.evaluated.words)." }
        return text
    }

    private static func schema(of group: KeyGroup) -> JSONValue {
        let required = { (names: [String]) in
            JSONValue.object([JSONMember(name: "required", value: .array(names.map { .string($0) }))])
        }
        if group.isRequired {
            return .object([JSONMember(name: "oneOf", value: .array(group.names.map { required([$0]) }))])
        }
        let pairs = group.names.enumerated().flatMap { index, name in
            group.names[(index + 1)...].map { required([name, $0]) }
        }
        return .object([
            JSONMember(name: "not", value: .object([JSONMember(name: "anyOf", value: .array(pairs))]))
        ])
    }
}
