internal import Diagnostics
internal import Template

/// Checks what templates refer to, without any value.
struct ReferenceChecker {
    let job: CheckedJob
    let inputs: [String]
    let secrets: [String]
    let vars: [String]
    let sources: [String]
    let calls: CallIndex
    private let graph: VariableGraph
    private let secretNames: SecretReferences

    init(job: CheckedJob) {
        self.job = job
        calls = CallIndex(job.allCalls)
        graph = VariableGraph(job.shared.vars)
        inputs = job.shared.inputs.map(\.name)
        secrets = job.shared.secrets.map(\.name)
        vars = job.shared.vars.map(\.name)
        sources = job.shared.auth.map(SharedDeclarations.name(of:))
        secretNames = SecretReferences(job: job, graph: graph)
    }

    /// Checks the templates of the calls, and all others, also those that an including file replaces.
    func check(all uses: [TemplateUse], _ diagnostics: inout DiagnosticList) {
        // Past this many findings there is one cause, and each costs a search for the nearest name.
        let limit = diagnostics.count + 1000
        for use in uses where use.moment == .load && diagnostics.count < limit { check(use, in: .load, &diagnostics) }
        for (position, call) in calls.calls.enumerated() {
            let scope = ReferenceScope(call: call, position: position)
            for use in call.section.uses where use.moment != .load && diagnostics.count < limit {
                check(use, in: scope, &diagnostics)
            }
        }
        for call in job.tokenCalls {
            for use in call.section.uses where use.moment != .load && diagnostics.count < limit {
                check(use, in: ReferenceScope(call: call, position: 0), &diagnostics)
            }
        }
        VariableCircles(graph: graph).check(&diagnostics)
    }

    private func check(_ use: TemplateUse, in scope: ReferenceScope, _ diagnostics: inout DiagnosticList) {
        for reference in use.template.template.references {
            let finding =
                finding(of: reference, use: use, in: scope)
                ?? secretFinding(of: reference, use: use)
            guard let finding else { continue }
            diagnostics.error(
                finding.code, finding.title, at: use.template.span(of: reference.range), label: finding.label,
                notes: finding.notes, related: finding.related)
        }
        if use.key == JobKeys.job.name, let function = use.template.template.calledFunctions.min() {
            diagnostics.error(
                .functionNotHere, "\(function)() cannot name a job", at: use.template.span,
                label: "a job's name must be the same in every run")
        }
    }

    private func secretFinding(of reference: TemplateReference, use: TemplateUse) -> ReferenceFinding? {
        guard use.isPublic, secretNames.isSecret(reference) else { return nil }
        return ReferenceFinding(
            .publicSecret, "a secret would be shown in '\(use.key)'",
            label: "names of files and jobs are visible to others")
    }

    private func finding(
        of reference: TemplateReference, use: TemplateUse, in scope: ReferenceScope
    ) -> ReferenceFinding? {
        let roots = scope.roots(at: use.moment)
        guard roots.contains(reference.root) else {
            if scope.mayBeItem(reference.root) { return nil }
            return ReferenceFinding(reference, notAmong: roots, use: use, scope)
        }
        if reference.root == scope.itemName { return nil }
        switch reference.root {
        case "env": return reference.name == nil ? needsName(reference) : nil
        case "inputs": return member(reference, of: inputs, what: "input", key: JobKeys.inputs)
        case "secrets": return member(reference, of: secrets, what: "secret", key: JobKeys.secrets)
        case "vars": return member(reference, of: vars, what: "variable", key: JobKeys.vars)
        case "auth": return source(reference)
        case "calls": return call(reference, in: scope)
        case "run": return run(reference, in: scope)
        case "page": return page(reference, in: scope)
        default: return nil
        }
    }
}
