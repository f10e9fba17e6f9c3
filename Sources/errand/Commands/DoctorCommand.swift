import ArgumentParser
import Engine
import JobFile

/// `errand doctor`: whether tonight's run would get its token.
struct DoctorCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Finds out whether a job would get its tokens, and shows how.",
        discussion: """
            Asks for the token of each source that the job's calls use (by auth, in a template, for the hosts of \
            another one), whatever is in a cache, and prints the request as it is sent (secrets masked), its assertions \
            decoded, the answer, how far the clocks differ, when certificates expire, and which scopes were granted. No \
            call of the job is made.

            Exits as a run would: 0 when every token was got, 77 when one was refused.

            Examples:
              errand doctor job.yaml
              errand doctor job.yaml --source partner
            """)

    @Argument(help: ArgumentHelp("A job file; - is stdin.", valueName: "job"))
    var job: String

    @Option(help: ArgumentHelp("Only this token source, by its name.", valueName: "name"))
    var source: String?

    @OptionGroup var options: JobOptions

    @OptionGroup var verbosity: Verbosity

    func perform() async throws {
        let session = try Session(options: options, verbosity: verbosity)
        guard let loaded = await session.load(path: job, inputs: options.inputs) else {
            throw ExitStatus.exit(session.interruption.code ?? .invalidJob)
        }
        let used = loaded.job.neededSources
        let sources = loaded.job.tokenSources.filter { source == $0.name || source == nil && used.contains($0.name) }
        guard !sources.isEmpty else {
            let names = loaded.job.tokenSources.map(\.name).joined(separator: ", ")
            throw ValidationError(
                source.map { "there is no token source '\($0)'; there are: \(names)" }
                    ?? "no call of the job uses a token source")
        }
        let doctor = Doctor(loaded, settings: session.settings)
        var codes: [Engine.ExitCode] = []
        for source in sources {
            let examination = try await session.interruptible { () async throws(RunFailure) in
                await doctor.examine(source)
            }
            if let code = session.interruption.code { throw ExitStatus.exit(code) }
            StandardOutput.write(ExaminationText(examination, redactor: session.console.redactor).text)
            if let failure = examination.failure {
                session.console.show([failure.diagnostic])
                codes.append(failure.exitCode)
            } else if !examination.isHealthy {
                codes.append(.noToken)
            }
        }
        try session.exit(with: Engine.ExitCode.combined(codes))
    }
}
