public import JobFile
public import Template

/// A job that is ready to run, with what its templates need from this machine.
public struct LoadedJob: Sendable {
    /// The job.
    public let job: Job
    /// The functions of its templates.
    public let functions: TemplateFunctions

    /// Puts a job and its functions together.
    public init(job: Job, functions: TemplateFunctions) {
        self.job = job
        self.functions = functions
    }
}
