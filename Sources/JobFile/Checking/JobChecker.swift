internal import Diagnostics
internal import YAML

/// Checks a job file in all respects that need no value from outside.
enum JobChecker {
    /// The checked job; nil when there is an error.
    static func check(
        _ source: SourceFile, loader: any SourceLoader, environment: Set<String>?, diagnostics: inout DiagnosticList
    ) -> CheckedJob? {
        var checker = Checker()
        let job = read(source, loader: loader, checker: &checker)
        if let job {
            NameChecks(job: job).check(&checker.diagnostics)
            ReferenceChecker(job: job).check(all: checker.uses, &checker.diagnostics)
            AuthChecks(job: job).check(&checker.diagnostics)
            for call in job.allCalls + job.tokenCalls { CallChecks(job: job, call: call).check(&checker.diagnostics) }
            OutputChecks(job: job).check(&checker.diagnostics)
            if let environment {
                EnvironmentChecks(isSet: { environment.contains($0) }).warn(of: job, &checker.diagnostics)
            }
        }
        // A file that is included twice is read twice.
        var seen: Set<Diagnostic> = []
        diagnostics.add(contentsOf: checker.diagnostics.all.filter { seen.insert($0).inserted })
        return checker.diagnostics.hasErrors ? nil : job
    }

    private static func read(
        _ source: SourceFile, loader: any SourceLoader, checker: inout Checker
    ) -> CheckedJob? {
        guard let node = YAMLReader.read(source, diagnostics: &checker.diagnostics),
            let root = ValueShape.section(JobKeys.section).read(node, &checker)
        else { return nil }
        var includes = IncludeReader(loader: loader)
        var shared = includes.declarations(of: root, stack: [source], checker: &checker)
        shared.overlay(SharedDeclarations(root))
        return CheckedJob(source: source, root: root, shared: shared)
    }
}
