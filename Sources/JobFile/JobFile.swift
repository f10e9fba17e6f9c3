public import Diagnostics
public import Secrets
public import Template

/// A job file that was checked and holds no error.
///
/// It becomes a `Job` once the values from outside are there.
public struct JobFile: Sendable {
    /// The file.
    public let source: SourceFile
    /// The secrets that it needs, in the order of the file.
    public var secrets: [SecretDeclaration]
    /// The inputs that it takes, in the order of the file.
    public var inputs: [InputDeclaration]

    private let job: CheckedJob

    private init(_ job: CheckedJob) {
        self.job = job
        source = job.source
        secrets = job.shared.secrets.compactMap { SecretLowering.declaration(of: $0) }
        inputs = job.shared.inputs.map { InputLowering.declaration(of: $0) }
    }

    /// Checks a job file; nil when there is an error.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - loader: reads the files that it includes.
    ///   - environment: the names of the environment variables that are set; those that are used, not set and have no
    ///     default are warnings. Nil to look at none.
    ///   - diagnostics: gets everything that is wrong, all at once.
    public static func check(
        _ source: SourceFile, loader: any SourceLoader, environment: Set<String>?, diagnostics: inout DiagnosticList
    ) -> JobFile? {
        JobChecker.check(source, loader: loader, environment: environment, diagnostics: &diagnostics)
            .map { JobFile($0) }
    }

    /// The job with the values that are known before anything is sent; nil when there is an error.
    ///
    /// - Parameters:
    ///   - environment: the environment variables.
    ///   - inputs: the inputs as given, in their order; the last one of a name counts.
    ///   - secrets: the values of `secrets`, by name.
    ///   - functions: what the functions of templates do.
    ///   - diagnostics: gets everything that is wrong, all at once.
    public func job(
        environment: [String: String], inputs: [(name: String, value: String)], secrets: [String: Secret],
        functions: TemplateFunctions, diagnostics: inout DiagnosticList
    ) -> Job? {
        var lowering = JobLowering(job: job, environment: environment, secrets: secrets, functions: functions)
        return lowering.lower(inputs: inputs, declarations: self.inputs, diagnostics: &diagnostics)
    }
}
