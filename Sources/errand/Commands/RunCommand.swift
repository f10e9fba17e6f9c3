import ArgumentParser
import Engine
import JobFile

/// `errand run`: runs jobs.
struct RunCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs jobs, one after the other.",
        discussion: """
            A good run says nothing on stderr, so cron sends no mail. A failed one says what failed, at which line of \
            the job, and what to try; files that were there before stay as they are.

            Exit codes: 0 all done, 1 a call failed or a result was cut short, 2 an expectation did not hold, \
            69 the API could not be reached, 73 an output could not be written, 75 not now, 77 no token, \
            78 the job file is wrong, 130 and 143 interrupted.

            Examples:
              errand run job.yaml
              errand run job.yaml --input region=us --out exports -v
              errand run job.yaml --trace               each request and answer, secrets masked
              errand run job.yaml --only customers      one call, and what it refers to
              generate-job | errand run -               from stdin
            """)

    @Argument(help: ArgumentHelp("Job files; - is stdin.", valueName: "job"))
    var jobs: [String]

    @Option(help: ArgumentHelp("The folder that outputs go to; the current one by default.", valueName: "folder"))
    var out = "."

    @Option(
        help: ArgumentHelp("Runs only this call, and those it refers to, which then write nothing.", valueName: "call"))
    var only: String?

    @OptionGroup var options: JobOptions

    @OptionGroup var verbosity: Verbosity

    func perform() async throws {
        let session = try Session(options: options, verbosity: verbosity)
        var codes: [Engine.ExitCode] = []
        for path in jobs where session.interruption.code == nil {
            codes.append(await run(path, in: session))
        }
        // A signal during `finally` or between jobs is no failure of a job, but whoever waits has to know of it.
        if let code = session.interruption.code { codes.append(code) }
        try session.exit(with: Engine.ExitCode.combined(codes))
    }

    private func run(_ path: String, in session: Session) async -> Engine.ExitCode {
        guard let job = await session.load(path: path, inputs: options.inputs) else { return .invalidJob }
        var settings = session.settings
        settings.outputFolder = out
        settings.only = only
        let run = JobRun(job, settings: settings)
        // Records on the terminal need its lines for themselves.
        let isTerminalTaken = StandardStreams.outputIsTerminal && job.job.mayPrint
        let result = isTerminalTaken ? await run.run() : await session.reporter.reporting { await run.run() }
        session.console.show(result.diagnostics)
        return result.exitCode
    }
}

extension Job {
    /// Whether records may go to stdout: because a call says so, or because nothing in the job writes.
    fileprivate var mayPrint: Bool {
        !calls.contains { !$0.writes.isEmpty || $0.download != nil }
            || calls.contains { call in
                call.writes.contains { write in
                    if case .stdout = write.target { true } else { false }
                }
            }
    }
}
