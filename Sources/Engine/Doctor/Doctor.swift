import Auth
import Diagnostics
import HTTP
public import JobFile

/// Finds out whether a job would get its tokens: asks for each one, and looks at all that was sent and answered.
public struct Doctor: Sendable {
    private let job: LoadedJob
    private let settings: RunSettings

    /// Makes a doctor for a job.
    ///
    /// - Parameter settings: its observer sees the exchanges too.
    public init(_ job: LoadedJob, settings: RunSettings) {
        self.job = job
        self.settings = settings
    }

    /// Examines a token source: one request for a token, also when there is one in a cache.
    public func examine(_ source: TokenSourceConfiguration) async -> Examination {
        var examination = Examination(source: source.name)
        if case .awsSigV4 = source.kind {
            examination.add("request", "no token is asked for: each request is signed", .good)
            return examination
        }
        CertificateFindings(clock: settings.clock).add(source, to: &examination)
        let recorder = ExchangeRecorder(source: source.name, passingOnTo: settings.observer, clock: settings.clock)
        var settings = settings
        settings.observer = recorder
        // A token that is at hand would hide what is wrong with the next one.
        settings.cacheFolder = nil
        settings.insists = true
        let client = RunClient(job: job, settings: settings)
        do throws(RunFailure) {
            let token = try await client.token(of: source.name)
            ExchangeFindings(source: source).add(recorder, to: &examination)
            TokenFindings(source: source, clock: settings.clock).add(token, to: &examination)
            // What is remembered from before is no longer true.
            RunClient(job: job, settings: self.settings).forgetRefusal(of: source.name)
        } catch {
            ExchangeFindings(source: source).add(recorder, to: &examination)
            examination.failure = error
        }
        await client.finish()
        for warning in client.tokenWarnings {
            examination.add("warning", ([warning.title] + warning.notes).joined(separator: "\n"), .warning)
        }
        return examination
    }
}
