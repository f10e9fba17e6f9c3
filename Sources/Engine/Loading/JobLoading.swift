public import Diagnostics
public import HTTP
import JobFile
public import Secrets

/// Brings a job from its text to where it can run: reads, checks, gets its secrets, fills in its values.
///
/// Files that belong to the job itself (`include`, `secrets.NAME.file`, `read(…)`) start from the folder of the job
/// file. Files that it works on (`body_file`, parts of a `multipart`, rows of a `for_each`, certificates, outputs) start
/// from the current folder, as with any other command.
public struct JobLoading: Sendable {
    /// The largest job file, in bytes.
    public static let maximumSize = 1 << 20

    private let environment: [String: String]
    private let clock: any HTTPClock

    /// Makes a loader.
    ///
    /// - Parameters:
    ///   - environment: the variables that the job sees.
    ///   - clock: the time that the job sees.
    public init(environment: [String: String], clock: any HTTPClock = SystemClock()) {
        self.environment = environment
        self.clock = clock
    }

    /// Reads a job file and finds everything that is wrong with it, without sending or running anything.
    ///
    /// - Parameters:
    ///   - path: where it is; `-` is stdin.
    ///   - needsVariables: whether an environment variable that is not set is already a mistake; loading reports it where
    ///     its value is needed.
    public func check(path: String, needsVariables: Bool = false) -> JobCheck {
        do throws(FileReader.Failure) {
            let bytes = try FileReader.read(pathOrStandardInput: path, limit: Self.maximumSize)
            let source = SourceFile(name: path == "-" ? "<stdin>" : path, bytes: bytes)
            return check(source, needsVariables: needsVariables)
        } catch {
            var diagnostics = DiagnosticList()
            diagnostics.error(.jobUnreadable, "the job file '\(path)' cannot be read: \(error.message)", at: nil)
            return JobCheck(diagnostics: diagnostics, file: nil)
        }
    }

    /// Checks a job from a text in memory, whose files all start from the folder of its name.
    public func check(_ source: SourceFile, needsVariables: Bool = false) -> JobCheck {
        var diagnostics = DiagnosticList()
        let file = JobFile.check(
            source, loader: FileSourceLoader(), environment: needsVariables ? Set(environment.keys) : nil,
            diagnostics: &diagnostics)
        return JobCheck(diagnostics: diagnostics, file: file)
    }

    /// Fills in the values of a job, to run it.
    ///
    /// - Parameters:
    ///   - inputs: the inputs that were set, in their order.
    ///   - redactor: learns every secret of the job.
    /// - Returns: the job, nil when a diagnostic is an error; the diagnostics of the check are among them.
    public func load(
        _ check: JobCheck, inputs: [(name: String, value: String)] = [], redactor: Redactor
    ) async -> (job: LoadedJob?, diagnostics: DiagnosticList) {
        var diagnostics = check.diagnostics
        guard let file = check.file else { return (nil, diagnostics) }
        let lowering = JobValuesReading(
            file: file, inputs: inputs, environment: environment, folder: FilePath.folder(of: file.source.name),
            clock: clock, redactor: redactor)
        guard let job = await lowering.job(diagnostics: &diagnostics) else { return (nil, diagnostics) }
        let loaded = LoadedJob(
            job: job, functions: lowering.functions(timeZone: job.options.timeZone),
            reload: { await lowering.jobAgain() })
        return (loaded, diagnostics)
    }
}
