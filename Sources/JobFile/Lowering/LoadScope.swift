internal import JSON
internal import Secrets
internal import Template

/// The values that templates see when the job is loaded.
struct LoadScope: TemplateScope {
    let environment: [String: String]
    var inputs: [String: JSONValue] = [:]
    let secrets: [String: Secret]
    var vars: [String: TemplateValue] = [:]
    var functions: TemplateFunctions

    /// The roots that are there.
    static let roots: Set = ["env", "inputs", "secrets", "vars"]

    func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? {
        guard case .name(let name)? = path.first else { return nil }
        let value: TemplateValue? =
            switch root {
            case "env": environment[name].map { TemplateValue($0) }
            case "inputs": inputs[name].map { TemplateValue($0) }
            case "secrets": secrets[name].map { TemplateValue($0) }
            case "vars": vars[name]
            default: nil
            }
        return value.map { TemplateLookup($0, consumed: 1) }
    }
}
