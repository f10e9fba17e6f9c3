import Diagnostics
import HTTP
import JobFile
import Secrets

@testable import Engine

/// Runs jobs against a scripted transport, in folders of their own.
struct Harness {
    /// The folder that outputs go to.
    let out: TemporaryDirectory
    /// The folder that the files of bodies and loops start from.
    let work: TemporaryDirectory
    /// Where the state is.
    let state: TemporaryDirectory
    let redactor = Redactor()
    let observer = RecordingObserver()
    let interruption = Interruption()
    let environment = ["SECRET": "s3cr3t-value"]
    let clock = TestClock()

    init() throws {
        out = try TemporaryDirectory()
        work = try TemporaryDirectory()
        state = try TemporaryDirectory()
    }

    /// Why a job could not be loaded.
    struct LoadFailure: Error, CustomStringConvertible {
        let description: String
    }

    /// Loads a job from its text.
    func load(_ text: String, inputs: [(name: String, value: String)] = []) async throws -> LoadedJob {
        let loading = JobLoading(environment: environment, clock: clock)
        let source = SourceFile(name: work.path("job.yaml"), text: text)
        let (job, diagnostics) = await loading.load(loading.check(source), inputs: inputs, redactor: redactor)
        guard let job else {
            throw LoadFailure(description: TerminalDiagnosticRenderer(color: false).render(diagnostics.sorted()))
        }
        return job
    }

    /// Loads and runs a job.
    func run(_ text: String, only: String? = nil, _ transport: ScriptedTransport) async throws -> RunResult {
        try await run(text, only: only, transport as any Transport)
    }

    /// Loads and runs a job.
    func run(_ text: String, only: String? = nil, _ transport: any Transport) async throws -> RunResult {
        let job = try await load(text)
        let settings = RunSettings(
            transport: transport, clock: clock, redactor: redactor, observer: observer, interruption: interruption,
            outputFolder: out.path, workingFolder: work.path,
            environment: ["TMPDIR": work.path, "XDG_STATE_HOME": state.path], only: only)
        return await JobRun(job, settings: settings).run()
    }
}

extension RunResult {
    /// What the user reads of the failures, with their notes.
    var messages: String {
        failures.map { failure in
            let diagnostic = failure.diagnostic
            return ([diagnostic.title, diagnostic.label ?? ""] + diagnostic.notes).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The text of the job file that the first failure points at.
    var place: String? { failures.first?.diagnostic.span?.text }

    /// The codes of the failures.
    var codes: [String] { failures.map(\.diagnostic.code.rawValue) }
}
