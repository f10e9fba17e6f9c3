public import Diagnostics

/// A job that is ready to run: checked, with its load-time values filled in, and immutable.
public struct Job: Sendable {
    /// The job's name: `job`, or the file's name without its ending.
    public let name: String
    /// What the job is for: `description`.
    public let summary: String?
    /// The job file.
    public let source: SourceFile
    /// What `env`, `inputs`, `secrets` and `vars` stand for in the templates of the calls.
    public let values: JobValues
    /// The token sources in the order of the file; the first is the default.
    public let tokenSources: [TokenSourceConfiguration]
    /// What holds for the run as a whole.
    public let options: RunOptions
    /// The calls in their order.
    public let calls: [Call]
    /// The calls of `finally`: they run whatever happened, and cannot fail the run.
    public let finalCalls: [Call]

    /// Makes a job from its parts.
    public init(
        name: String,
        summary: String? = nil,
        source: SourceFile,
        values: JobValues = JobValues(),
        tokenSources: [TokenSourceConfiguration] = [],
        options: RunOptions = RunOptions(),
        calls: [Call],
        finalCalls: [Call] = []
    ) {
        self.name = name
        self.summary = summary
        self.source = source
        self.values = values
        self.tokenSources = tokenSources
        self.options = options
        self.calls = calls
        self.finalCalls = finalCalls
    }

    /// The token source of a name.
    public func tokenSource(named name: String) -> TokenSourceConfiguration? {
        tokenSources.first { $0.name == name }
    }

    /// Whether one of the calls writes its records or downloads its body.
    ///
    /// Where none does, the records (or the body) of the last call go to stdout.
    public var writesAnything: Bool {
        calls.contains { !$0.writes.isEmpty || $0.download != nil }
    }
}
