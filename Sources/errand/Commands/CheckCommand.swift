import ArgumentParser
import Diagnostics
import Engine
import Secrets

/// `errand check`: every mistake of job files, at once.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds every mistake in job files, without sending or running anything.",
        discussion: """
            Exits 78 when a job has an error. Unset environment variables are warnings here.

            Examples:
              errand check job.yaml
              errand check --format json jobs/*.yaml      for editors
              generate-job | errand check -               from stdin
            """)

    /// How diagnostics are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("Job files; - is stdin.", valueName: "job"))
    var jobs: [String]

    @Option(help: "text for people, json for editors; json goes to stdout.")
    var format: Format = .text

    @OptionGroup var options: JobOptions

    func run() throws {
        let console = Console(color: options.color, redactor: Redactor())
        let environment = try RunSetup.environment(file: options.envFile)
        var diagnostics: [Diagnostic] = []
        let loading = JobLoading(environment: environment)
        for path in jobs {
            diagnostics += loading.check(path: path, needsVariables: true).diagnostics.sorted()
        }
        switch format {
        case .text: console.show(diagnostics)
        case .json: StandardOutput.write(JSONDiagnosticRenderer().render(diagnostics) + "\n")
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.exit(.invalidJob) }
    }
}
