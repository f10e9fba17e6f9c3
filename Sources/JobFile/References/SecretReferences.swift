internal import Diagnostics
internal import Template

/// Tells which references give a secret.
struct SecretReferences {
    private let secretVars: Set<String>
    private let secretExtracts: Set<[String]>

    init(job: CheckedJob, graph: VariableGraph) {
        let direct = graph.vars.indices.filter { number in
            graph.vars[number].uses.contains { use in
                use.template.template.references.contains { $0.root == "secrets" }
            }
        }
        secretVars = Set(graph.dependents(of: direct).map { graph.vars[$0].name })
        var secretExtracts: Set<[String]> = []
        for call in job.allCalls {
            for entry in call.section[CallKeys.extract] ?? [] {
                guard case .long(let section) = entry.value, section[ExtractKeys.secret]?.value == true else {
                    continue
                }
                secretExtracts.insert([call.name, entry.name])
            }
        }
        self.secretExtracts = secretExtracts
    }

    /// Whether a reference gives a secret.
    func isSecret(_ reference: TemplateReference) -> Bool {
        switch reference.root {
        case "secrets": return true
        case "vars": return reference.name.map(secretVars.contains) ?? false
        case "calls":
            guard let call = reference.name, reference.path.count >= 2, case .name(let member) = reference.path[1]
            else { return false }
            return secretExtracts.contains([call, member])
        default: return false
        }
    }
}
