internal import Diagnostics
internal import Template

/// Finds environment variables that are used, not set and have no default.
struct EnvironmentChecks {
    /// Whether a variable is set.
    let isSet: (String) -> Bool

    /// Warns of them: they matter only when the job runs.
    func warn(of job: CheckedJob, _ diagnostics: inout DiagnosticList) {
        let secrets = job.shared.secrets.compactMap { $0.value[SecretKeys.environment] }
            .filter { !isSet($0.value) }.map { (name: $0.value, span: $0.span) }
        for (name, span) in unset(in: job.uses.map(\.template)) + secrets {
            diagnostics.warning(
                .environmentUnset, "the environment variable \(name) is not set", at: span,
                label: "the job cannot run without it")
        }
    }

    /// Those of some templates, with their places.
    func unset(in templates: [LocatedTemplate]) -> [(name: String, span: SourceSpan)] {
        templates.flatMap { template in
            template.template.references.compactMap { reference -> (name: String, span: SourceSpan)? in
                guard reference.root == "env", !reference.hasDefault, let name = reference.name, !isSet(name)
                else { return nil }
                return (name, template.span(of: reference.range))
            }
        }
    }
}
