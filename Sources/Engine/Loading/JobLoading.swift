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

    /// Reads a job file; `-` is stdin.
    ///
    /// - Returns: nil with a diagnostic when it cannot be read.
    public func source(path: String, diagnostics: inout DiagnosticList) -> SourceFile? {
        do throws(FileReader.Failure) {
            let bytes = try FileReader.read(pathOrStandardInput: path, limit: Self.maximumSize)
            return SourceFile(name: path == "-" ? "<stdin>" : path, bytes: bytes)
        } catch {
            diagnostics.error(.jobUnreadable, "the job file '\(path)' cannot be read: \(error.message)", at: nil)
            return nil
        }
    }

    /// Everything that is wrong with a job file, without sending or running anything.
    public func check(path: String) -> DiagnosticList {
        var diagnostics = DiagnosticList()
        if let source = source(path: path, diagnostics: &diagnostics) {
            _ = check(source, against: Set(environment.keys), diagnostics: &diagnostics)
        }
        return diagnostics
    }

    /// Loads a job file to run it; `-` is stdin.
    ///
    /// - Parameters:
    ///   - inputs: the inputs that were set, in their order.
    ///   - redactor: learns every secret of the job.
    /// - Returns: the job, nil when a diagnostic is an error.
    public func load(
        path: String, inputs: [(name: String, value: String)] = [], redactor: Redactor
    ) async -> (job: LoadedJob?, diagnostics: DiagnosticList) {
        var diagnostics = DiagnosticList()
        guard let source = source(path: path, diagnostics: &diagnostics) else { return (nil, diagnostics) }
        return await load(source, inputs: inputs, redactor: redactor)
    }

    /// Loads a job from a text in memory, whose files all start from the folder of its name.
    public func load(
        _ source: SourceFile, inputs: [(name: String, value: String)] = [], redactor: Redactor
    ) async -> (job: LoadedJob?, diagnostics: DiagnosticList) {
        var diagnostics = DiagnosticList()
        // A variable that is not set is an error where its value is needed, later on.
        guard let file = check(source, against: nil, diagnostics: &diagnostics) else { return (nil, diagnostics) }
        let lowering = JobValuesReading(
            file: file, inputs: inputs, environment: environment, folder: FilePath.folder(of: source.name),
            clock: clock, redactor: redactor)
        guard let job = await lowering.job(diagnostics: &diagnostics) else { return (nil, diagnostics) }
        let loaded = LoadedJob(
            job: job, functions: lowering.functions(timeZone: job.options.timeZone),
            reload: { await lowering.jobAgain() })
        return (loaded, diagnostics)
    }

    private func check(
        _ source: SourceFile, against variables: Set<String>?, diagnostics: inout DiagnosticList
    ) -> JobFile? {
        JobFile.check(source, loader: FileSourceLoader(), environment: variables, diagnostics: &diagnostics)
    }
}
