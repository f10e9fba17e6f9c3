internal import Template

extension VariableGraph {
    /// The names of the variables whose values may differ from run to run by themselves.
    var unsteady: Set<String> {
        let direct = vars.indices.filter { number in
            vars[number].uses.contains { use in
                let template = use.template.template
                return !template.calledFunctions.isEmpty || template.references.contains { $0.root == "secrets" }
            }
        }
        return Set(dependents(of: direct).map { vars[$0].name })
    }
}
