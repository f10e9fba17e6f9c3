import Foundation
import JSON
import Testing

@testable import JobFile

/// The JSON Schema comes out of the declaration.
struct SchemaTests {
    let schema = JobLanguage.jsonSchema()

    @Test func isJSON() throws {
        let data = Data(schema.serialized().utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(object["required"] as? [String] == ["calls"])
        #expect(object["additionalProperties"] as? Bool == false)
        #expect((object["patternProperties"] as? [String: Any])?.keys.sorted() == ["^x-"])
    }

    @Test func everyKeyIsDescribed() throws {
        let definitions = try #require(schema["$defs"])
        for section in JobLanguage.sections {
            let members = section.name == "job" ? schema : try #require(definitions[section.name])
            for key in section.keys {
                let property = try #require(members["properties"]?[key.name], "\(section.name).\(key.name)")
                #expect(property["description"]?.string?.hasPrefix(key.declaration.doc) == true)
                #expect(property["examples"] != nil, "\(section.name).\(key.name)")
            }
            #expect(members["additionalProperties"] == .bool(false))
        }
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        let definitions = try #require(schema["$defs"])
        var references: Set<String> = []
        collectReferences(schema, into: &references)
        #expect(references.count > 20)
        for reference in references {
            let path = reference.dropFirst("#/$defs/".count).split(separator: "/")
            let found = path.reduce(Optional(definitions)) { value, name in value?[String(name)] }
            #expect(found != nil, "\(reference)")
        }
    }

    private func collectReferences(_ value: JSONValue, into references: inout Set<String>) {
        switch value {
        case .object(let members):
            for member in members {
                if member.name == "$ref", let text = member.value.string { references.insert(text) }
                collectReferences(member.value, into: &references)
            }
        case .array(let elements): for element in elements { collectReferences(element, into: &references) }
        default: break
        }
    }

    @Test(arguments: Presets.names)
    func presetsAreThere(_ name: String) throws {
        let preset = try #require(Presets.named(name))
        let definition = try #require(schema["$defs"]?["preset-\(name)"])
        #expect(definition["properties"]?["preset"]?["const"] == .string(name))
        for parameter in preset.parameters {
            #expect(definition["properties"]?[parameter.name] != nil)
        }
        guard case .array(let required)? = definition["required"] else { throw Unexpected() }
        #expect(required.contains(.string("preset")))
        #expect(definition["additionalProperties"] == .bool(false))
    }

    @Test func wordsAndShortFormsAreThere() throws {
        let call = try #require(schema["$defs"]?["call"]?["properties"])
        #expect(call["on_error"]?["enum"] == .array([.string("fail"), .string("continue")]))
        guard case .array(let forms)? = call["retry"]?["oneOf"] else { throw Unexpected() }
        #expect(forms.count == 2)
        #expect(forms[1]["$ref"] == .string("#/$defs/retry"))
        guard case .array(let groups)? = schema["$defs"]?["call"]?["allOf"] else { throw Unexpected() }
        #expect(groups.count == 2)
    }
}
