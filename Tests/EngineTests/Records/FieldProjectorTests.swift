import Diagnostics
import JSON
import JSONPath
import JobFile
import Secrets
import Sinks
import Template
import Testing

@testable import Engine

@Suite struct FieldProjectorTests {
    private let scope = RunScope(
        values: JobValues(inputs: ["region": .string("eu")]),
        facts: RunFacts(id: "run", startedAt: "2024-01-01T00:00:00Z", date: "2024-01-01"),
        functions: TemplateFunctions(
            now: { 0 }, uuid: { "" }, read: { _ throws(TemplateError) in "" }, zoneFile: { _ in nil }))

    private func project(_ record: String, _ fields: Field...) throws -> String {
        let projector = FieldProjector(fields: fields, scope: scope, redactor: Redactor())
        return try projector.project(try JSONNode(record)).value.serialized()
    }

    private func path(
        _ name: String, _ path: String, type: ValueType? = nil, default fallback: JSONValue? = nil,
        isRequired: Bool = false
    ) throws -> Field {
        .value(
            FieldValue(
                name: name, source: .path(try JSONPath(path)), type: type, default: fallback, isRequired: isRequired,
                span: .none))
    }

    private func template(_ name: String, _ text: String) throws -> Field {
        .value(
            FieldValue(name: name, source: .template(LocatedTemplate(try Template(text), at: .none)), span: .none))
    }

    @Test func takesFieldsInTheirOrder() throws {
        #expect(
            try project(
                #"{"id": 1.10, "customer": {"id": "c"}, "lines": [{"sku": "a"}]}"#, path("customer", "$.customer.id"),
                path("id", "$.id"), path("skus", "$.lines[*].sku"), path("none", "$.none"))
                == #"{"customer":"c","id":1.10,"skus":["a"],"none":null}"#)
    }

    @Test func fillsInTemplatesAndLiterals() throws {
        let literal = Field.value(FieldValue(name: "kind", source: .literal(.bool(true)), span: .none))
        #expect(
            try project(
                #"{"tags": ["a", "b"], "n": 2}"#, template("region", "${inputs.region}"),
                template("text", "n is ${record.n}"), template("tags", "${record.tags}"), literal)
                == #"{"region":"eu","text":"n is 2","tags":["a","b"],"kind":true}"#)
    }

    @Test func keepsDropsAndReplacesOwnFields() throws {
        #expect(
            try project(#"{"a": 1, "b": 2, "c": 3}"#, .allOwnFields, .drop("b"), path("a", "$.c"), path("d", "$.a"))
                == #"{"a":3,"c":3,"d":1}"#)
    }

    @Test func fillsInDefaultsForMissingNullAndEmpty() throws {
        for record in ["{}", #"{"a": null}"#] {
            #expect(try project(record, path("a", "$.a", default: .string("d"))) == #"{"a":"d"}"#)
        }
        #expect(try project("{}", path("a", "$.a[*]", default: .array([.null]))) == #"{"a":[null]}"#)
        #expect(try project("{}", path("a", "$.a[*]")) == #"{"a":[]}"#)
    }

    @Test(arguments: ["{}", #"{"a": null}"#])
    func failsForARequiredFieldThatIsMissing(record: String) throws {
        let failure = try #require(throws: RunFailure.self) {
            try project(record, path("a", "$.a", isRequired: true))
        }
        #expect(failure.diagnostic.code == .fieldMissing)
        #expect(failure.diagnostic.notes == ["the record: \(try JSONNode(record).value.serialized())"])
    }

    @Test(arguments: [
        (ValueType.text, "1.10", "\"1.10\""), (.text, "true", "\"true\""), (.text, "\"x\"", "\"x\""),
        (.number, "1.10", "1.10"), (.number, "\"1.10\"", "1.10"), (.number, "\"-1e400\"", "-1e400"),
        (.integer, "12345678901234567890", "12345678901234567890"), (.integer, "\"7\"", "7"), (.integer, "1.0", "1.0"),
        (.boolean, "false", "false"), (.boolean, "\"true\"", "true"),
    ])
    func convertsWithoutGuessing(type: ValueType, value: String, expected: String) throws {
        #expect(try project(#"{"a": \#(value)}"#, path("a", "$.a", type: type)) == #"{"a":\#(expected)}"#)
    }

    @Test(arguments: [
        (ValueType.text, "[1]"), (.text, "{}"), (.number, "\"1,5\""), (.number, "true"), (.number, "\"0x10\""),
        (.integer, "1.5"), (.integer, "\"1.5\""), (.boolean, "1"), (.boolean, "\"yes\""),
    ])
    func failsForAnotherType(type: ValueType, value: String) throws {
        let failure = try #require(throws: RunFailure.self) {
            try project(#"{"a": \#(value)}"#, path("a", "$.a", type: type))
        }
        #expect(failure.diagnostic.code == .fieldType)
    }

    @Test func knowsItsColumns() throws {
        #expect(FieldProjector.columns(of: nil) == nil)
        #expect(FieldProjector.columns(of: [.allOwnFields, try path("a", "$.a")]) == nil)
        #expect(FieldProjector.columns(of: [try path("b", "$.a"), try path("a", "$.a"), .drop("b")]) == ["a"])
    }
}
