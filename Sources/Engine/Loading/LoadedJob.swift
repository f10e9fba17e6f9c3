public import JobFile
public import Template

/// A job that is ready to run, with what its templates need from this machine.
public struct LoadedJob: Sendable {
    /// The job.
    public let job: Job
    /// The functions of its templates.
    public let functions: TemplateFunctions
    /// Reads the job's secrets again and makes the job from them; nil when that cannot be done, or changes nothing.
    let reload: @Sendable () async -> Job?

    /// Puts a job and its functions together.
    public init(job: Job, functions: TemplateFunctions) {
        self.init(job: job, functions: functions, reload: { nil })
    }

    init(job: Job, functions: TemplateFunctions, reload: @escaping @Sendable () async -> Job?) {
        self.job = job
        self.functions = functions
        self.reload = reload
    }
}
