import JSON
import Secrets
import Template

/// A scope with values of its own under `vars` and `secrets`, and a fixed world outside.
struct TestScope: TemplateScope {
    var roots: [String: TemplateValue] = [:]
    var vars: [String: TemplateValue] = [:]
    var functions: TemplateFunctions = TestScope.world()

    init(_ vars: JSONValue = .object([])) {
        if case .object(let members) = vars {
            for member in members { self.vars[member.name] = TemplateValue(member.value) }
        }
    }

    /// From JSON text.
    init(json: String) throws {
        self.init(try JSONValue(parsing: Array(json.utf8)))
    }

    func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? {
        if let value = roots[root] { return TemplateLookup(value, consumed: 0) }
        guard case .name(let name)? = path.first else { return nil }
        switch root {
        case "vars": return vars[name].map { TemplateLookup($0, consumed: 1) }
        case "secrets": return TemplateLookup(TemplateValue(Secret("s3cret-\(name)")), consumed: 1)
        case "broken": throw TemplateError(message: "the spool cannot be read", hint: "try again")
        default: return nil
        }
    }

    /// Functions of a world that stands still on 2024-02-29.
    static func world(
        zoneFile: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }, timeZone: String? = nil
    ) -> TemplateFunctions {
        TemplateFunctions(
            now: { 1_709_210_096.75 },
            uuid: { "123e4567-e89b-42d3-a456-426614174000" },
            read: { path throws(TemplateError) in
                guard path == "body.txt" else { throw TemplateError(message: "there is no file '\(path)'") }
                return "from the file"
            },
            zoneFile: zoneFile, timeZone: timeZone)
    }
}

/// The value of a template.
func evaluate(_ text: String, in scope: TestScope = TestScope()) throws -> JSONValue {
    try Template(text).evaluate(in: scope).json
}

/// The value of a template, with variables from JSON text.
func evaluate(_ text: String, vars: String) throws -> JSONValue {
    try evaluate(text, in: TestScope(json: vars))
}

/// The error of evaluating a template whose reading goes well.
func failure(of text: String, in scope: TestScope = TestScope()) throws -> TemplateError? {
    let template = try Template(text)
    do throws(TemplateError) {
        _ = try template.evaluate(in: scope)
        return nil
    } catch {
        return error
    }
}

/// The errors of reading a template.
func syntaxErrors(of text: String) -> [TemplateError] {
    do throws(TemplateSyntaxErrors) {
        _ = try Template(text)
        return []
    } catch {
        return error.errors
    }
}
