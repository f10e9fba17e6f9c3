import JobFile
import Template

extension ForEach {
    /// Whether it is over the records of a call that has none because nothing has changed.
    func isOverUnchanged(in scope: RunScope) -> Bool {
        guard case .template(let template) = input else { return false }
        return template.template.references.contains { reference in
            guard reference.root == "calls", case .name(let name)? = reference.path.first else { return false }
            return scope.calls[name]?.isUnchanged == true
        }
    }
}
