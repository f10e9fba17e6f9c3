import Diagnostics
import HTTP
import JobFile
import Sinks
import Template

/// One run of a job: its calls in order, all or nothing for what they write, and the calls of `finally`.
public struct JobRun: Sendable {
    private let loaded: LoadedJob
    private let settings: RunSettings

    /// Prepares a run.
    public init(_ loaded: LoadedJob, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// Runs the job to its end; cancelling the task interrupts it.
    ///
    /// - Returns: how it went, whole also after a failure.
    public func run() async -> RunResult {
        let selection: CallSelection
        let facts: RunFacts
        do throws(RunFailure) {
            selection = try CallSelection(of: loaded.job, only: settings.only)
            facts = try RunFacts(loaded.functions)
        } catch {
            return RunResult(job: loaded.job.name, outcome: .failure, exitCode: error.exitCode, failures: [error])
        }
        let session = RunSession(loaded.job, calls: selection.calls, facts: facts, settings: settings)
        do throws(RunFailure) {
            if case .skipped(let diagnostic) = try await session.begin() {
                return RunResult(
                    job: loaded.job.name, outcome: .skipped, exitCode: .success, warnings: [diagnostic])
            }
        } catch {
            let code = settings.interruption.code
            return RunResult(
                job: loaded.job.name, outcome: code == nil ? .failure : .interrupted,
                exitCode: code ?? error.exitCode, failures: [error])
        }
        var context = RunContext(loaded, facts: facts, settings: settings, outputs: session.outputs)
        context.memory = session.memory
        context.sync = RunSync(selection, settings)
        let scope = RunScope(values: loaded.job.values, facts: facts, functions: loaded.functions)
        let calls = await run(selection, context: context, session: session, in: scope)
        var result = RunResult(job: loaded.job, calls)
        // The state is closed before `finally`, which may wait, so that the next run may begin.
        await session.end(&result)
        await runFinalCalls(context: context, after: calls, into: &result)
        await context.finish(into: &result)
        return result
    }

    /// Runs the calls so that an interruption or the deadline ends them, and nothing else of the run.
    private func run(
        _ selection: CallSelection, context: RunContext, session: RunSession, in scope: RunScope
    ) async -> CallSequence.Result {
        let stop = RunStop()
        await session.keepLease(stop)
        let sequence = CallSequence(selection: selection, context: context, stop: stop, clock: settings.clock)
        settings.interruption.observe { stop.stop(.interrupted($0)) }
        let work = Task { await sequence.run(in: scope) }
        stop.attach { work.cancel() }
        let deadline = loaded.job.options.deadline.map { limit in
            Task { [clock = settings.clock] in
                guard (try? await clock.sleep(for: limit)) != nil else { return }
                stop.stop(.deadline(limit))
            }
        }
        let result = await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            stop.stop(.interrupted(.interrupted))
        }
        settings.interruption.observe(nil)
        deadline?.cancel()
        return result
    }

    private func runFinalCalls(
        context: RunContext, after calls: CallSequence.Result, into result: inout RunResult
    ) async {
        guard !loaded.job.finalCalls.isEmpty else { return }
        var scope = calls.scope
        scope.ending = RunEnding(
            outcome: result.outcome, exitCode: result.exitCode, failures: result.failures.map(\.diagnostic.title))
        let context = RunContext(loaded, facts: context.facts, settings: settings)
        let final = FinalCalls(calls: loaded.job.finalCalls, context: context, clock: settings.clock)
        // A task of its own is not cancelled when this one is.
        let work = Task { [scope] in await final.run(in: scope) }
        // After an interruption they are still made; a signal that comes now ends them.
        if settings.interruption.code == nil { settings.interruption.observe { _ in work.cancel() } }
        result.warnings += await work.value
        settings.interruption.observe(nil)
        await context.finish(into: &result)
    }
}
