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
              errand run job.yaml --inputs-file tenants.csv --jobs 4
              generate-job | errand run -               from stdin
            """)

    @Argument(help: ArgumentHelp("Job files; - is stdin.", valueName: "job"))
    var jobs: [String]

    @Option(help: ArgumentHelp("The folder that outputs go to; the current one by default.", valueName: "folder"))
    var out = "."

    @Option(
        help: ArgumentHelp("Runs only this call, and those it refers to, which then write nothing.", valueName: "call"))
    var only: String?

    @Option(
        help: ArgumentHelp(
            "Runs the job once for each row of a .csv, .tsv, .json or .jsonl file, whose columns are its inputs.",
            valueName: "file"))
    var inputsFile: String?

    @Option(name: .customLong("jobs"), help: "How many rows of --inputs-file run at the same time.")
    var width: Int?

    @Flag(help: "Gets everything again: incremental calls forget how far they had come.")
    var fullRefresh = false

    @Option(
        help: ArgumentHelp(
            """
            Where the state is: sqlite:PATH or postgres://USER@HOST/DATABASE; by default what ERRAND_STATE says, or a \
            file under XDG_STATE_HOME.
            """, valueName: "place"))
    var state: String?

    @OptionGroup var options: JobOptions

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        guard inputsFile != nil else {
            if width != nil { throw ValidationError("--jobs goes with --inputs-file") }
            return
        }
        if jobs.count > 1 { throw ValidationError("--inputs-file goes with one job") }
        if let width, !(1...256 ~= width) { throw ValidationError("--jobs is a number from 1 to 256") }
    }

    func perform() async throws {
        let session = try Session(options: options, verbosity: verbosity)
        var codes: [Engine.ExitCode] = []
        if let inputsFile {
            codes = try await run(for: inputsFile, in: session)
        } else {
            for path in jobs where session.interruption.code == nil {
                codes.append(await run(path, in: session))
            }
        }
        // A signal during `finally` or between jobs is no failure of a job, but whoever waits has to know of it.
        if let code = session.interruption.code { codes.append(code) }
        try session.exit(with: Engine.ExitCode.combined(codes))
    }

    private func run(_ path: String, in session: Session) async -> Engine.ExitCode {
        guard let job = await session.load(path: path, inputs: options.inputs) else { return .invalidJob }
        let run = JobRun(job, settings: settings(in: session))
        // Records on the terminal need its lines for themselves.
        let isTerminalTaken = StandardStreams.outputIsTerminal && job.job.mayPrint
        let result = isTerminalTaken ? await run.run() : await session.reporter.reporting { await run.run() }
        session.console.show(result.diagnostics)
        return result.exitCode
    }

    /// Runs the job for each row of a file.
    private func run(for inputsFile: String, in session: Session) async throws -> [Engine.ExitCode] {
        let rows: InputRows
        do {
            rows = try InputRows(path: inputsFile)
        } catch {
            throw ValidationError("--inputs-file \(inputsFile): \(error.message)")
        }
        let runs = TenantRuns(
            session: session, path: jobs[0], rows: rows.rows, common: options.inputs.map(\.pair), width: width ?? 1,
            settings: settings(in: session))
        return await runs.run()
    }

    private func settings(in session: Session) -> RunSettings {
        var settings = session.settings
        settings.outputFolder = out
        settings.only = only
        settings.isFullRefresh = fullRefresh
        settings.state = state
        return settings
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
