public import Diagnostics
public import HTTP
public import JobFile
import Sinks
import Template

/// A call of a job, made by hand: sent once, with its retries, and its answer given back whatever it is.
public struct SingleCall: Sendable {
    /// The answer, and what a run would make of it.
    public struct Result: Sendable {
        /// The answer as it came; its body is empty when it went to the call's download.
        public let response: HTTPResponse
        /// Why a run would fail with this answer; nil for a good one.
        public let failure: RunFailure?
        /// What went wrong without being a failure: a token that could not be kept or revoked.
        public let warnings: [Diagnostic]
    }

    private let call: Call
    private let loaded: LoadedJob
    private let settings: RunSettings

    /// Prepares the call.
    public init(_ call: Call, of loaded: LoadedJob, settings: RunSettings) {
        self.call = call
        self.loaded = loaded
        self.settings = settings
    }

    /// Makes the call.
    ///
    /// - Throws: when no answer came, or the download could not be written; an error status is not an error here.
    public func run() async throws(RunFailure) -> Result {
        let context = RunContext(loaded, facts: try RunFacts(loaded.functions), settings: settings)
        do throws(RunFailure) {
            let answer = try await send(in: context)
            let failure = verdict(on: answer, in: context)
            if failure == nil { try await publish(in: context) } else { await context.outputs.rollback() }
            await context.client.finish()
            return Result(
                response: answer.response, failure: failure, warnings: context.client.tokenWarnings)
        } catch {
            await context.outputs.rollback()
            await context.client.finish()
            throw error
        }
    }

    private func send(in context: RunContext) async throws(RunFailure) -> Answer {
        let scope = RunScope(values: loaded.job.values, facts: context.facts, functions: loaded.functions)
        let records = RecordOutput(call: call, context: context, spool: nil, printsResult: false)
        let outputs = try await records.open(in: scope)
        let builder = RequestBuilder(call: call, folder: context.workingFolder, redactor: context.redactor)
        let request = try builder.request(in: scope, previous: nil)
        guard let download = outputs.download else { return try await context.client.send(request, for: call) }
        let answer = try await context.client.download(request, for: call, into: download)
        try await records.put([], in: scope, to: outputs)
        return answer
    }

    private func verdict(on answer: Answer, in context: RunContext) -> RunFailure? {
        do throws(RunFailure) {
            _ = try context.read(answer, of: call)
            return nil
        } catch {
            return error
        }
    }

    private func publish(in context: RunContext) async throws(RunFailure) {
        do throws(OutputError) {
            try await context.outputs.publish()
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "download"))
        }
    }
}
