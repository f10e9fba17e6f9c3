import Diagnostics
import HTTP
import JobFile
import Secrets
import Template

/// Fills a checked job file with the values from outside; as often as they are to be read.
struct JobValuesReading: Sendable {
    let file: JobFile
    let inputs: [(name: String, value: String)]
    let environment: [String: String]
    /// What relative paths of the job start from: the folder of its file.
    let folder: String
    let clock: any HTTPClock
    let redactor: Redactor

    /// The job with its secrets and other values; nil when a diagnostic is an error.
    func job(diagnostics: inout DiagnosticList) async -> Job? {
        let secrets = await SecretResolver(environment: environment, folder: folder)
            .resolve(file.secrets, diagnostics: &diagnostics)
        for secret in secrets.values { redactor.register(secret) }
        if diagnostics.hasErrors { return nil }
        let job = file.job(
            environment: environment, inputs: inputs, secrets: secrets, functions: functions(),
            diagnostics: &diagnostics)
        guard let job, !diagnostics.hasErrors else { return nil }
        for source in job.tokenSources { for secret in source.secrets { redactor.register(secret) } }
        for sink in job.calls.flatMap(\.writes) { for secret in sink.secrets { redactor.register(secret) } }
        return job
    }

    /// The job with its secrets read again; nil when it cannot be had, or has none that can have changed.
    func jobAgain() async -> Job? {
        guard mayChange else { return nil }
        var diagnostics = DiagnosticList()
        return await job(diagnostics: &diagnostics)
    }

    /// What the functions of templates do.
    func functions(timeZone: String? = nil) -> TemplateFunctions {
        .system(clock: clock, folder: folder, timeZone: timeZone)
    }

    /// Whether a value is kept outside of the process: its environment stays as it is.
    private var mayChange: Bool {
        file.secrets.contains { secret in
            if case .environment = secret.source { false } else { true }
        } || file.source.bytes.firstRange(of: Array("read(".utf8)) != nil
    }
}
