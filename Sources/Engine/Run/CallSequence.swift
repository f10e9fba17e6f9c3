import Diagnostics
import HTTP
import JobFile
import Sinks
import Template

/// The calls of a run, one after the other, and the publication of what they wrote.
struct CallSequence: Sendable {
    let selection: CallSelection
    let context: RunContext
    let stop: RunStop
    let clock: any HTTPClock

    /// How the calls went.
    struct Result: Sendable {
        var reports: [CallReport] = []
        /// In the order in which they happened.
        var failures: [RunFailure] = []
        /// Whether the last failure ended the calls.
        var hasEnded = false
        /// Why the calls were stopped, if they were.
        var stopReason: RunStop.Reason?
        /// What could not be taken back.
        var leftovers: [SinkError] = []
        /// What the calls left, for those of `finally`.
        var scope: RunScope
    }

    /// Runs the calls and publishes their outputs when none failed; otherwise nothing but what was committed stays.
    func run(in scope: RunScope) async -> Result {
        var result = Result(scope: scope)
        var commits = CommitProgress(context.sync.plan)
        for (place, call) in selection.calls.enumerated() where !result.hasEnded {
            await run(call, at: place, &commits, into: &result)
        }
        result.stopReason = stop.reason
        if result.failures.isEmpty, result.stopReason == nil {
            await publish(into: &result)
        } else {
            result.leftovers += await context.outputs.rollback()
        }
        return result
    }

    private func run(_ call: Call, at place: Int, _ commits: inout CommitProgress, into result: inout Result) async {
        guard stop.reason == nil else {
            result.hasEnded = true
            return
        }
        let progress = CallProgress(name: call.name)
        let began = clock.now()
        var report: CallReport
        var context = context
        context.sync.mayCommitWithin = commits.mayCommit(within: place)
        context.observer.observe(.callStarted(name: call.name))
        do throws(RunFailure) {
            let run = CallRun(
                call: call, context: context, progress: progress,
                printsResult: place == selection.calls.count - 1 && selection.printsLast)
            let outcome: CallOutcome?
            do throws(RunFailure) {
                outcome = try await run.run(in: result.scope)
            } catch {
                _ = commits.ended(place, isGood: false)
                throw error
            }
            try await end(call, commits.ended(place, isGood: true), into: &result)
            result.scope.calls[call.name] = outcome ?? .skipped(extracting: call.extractions.map(\.name))
            report = progress.report
            report.outcome = outcome == nil ? .skipped : .done
        } catch {
            result.leftovers += await context.outputs.rollback(call.name)
            result.scope.calls[call.name] = .skipped(extracting: call.extractions.map(\.name))
            // A call that was stopped did not fail; the run says why it was stopped.
            let isStopped = stop.reason != nil
            if !isStopped { result.failures.append(error) }
            result.hasEnded = isStopped || call.onError == .fail
            report = progress.report
            report.outcome = .failed
        }
        report.duration = clock.now() - began
        result.reports.append(report)
        context.observer.observe(.callEnded(report))
    }

    /// A call ended well: what it got is made durable, unless it waits for later calls.
    private func end(
        _ call: Call, _ action: CommitProgress.Action, into result: inout Result
    ) async throws(RunFailure) {
        do throws(SinkError) {
            try await context.outputs.flush(call.name)
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
        }
        do throws(OutputError) {
            switch action {
            case .commit: try await context.outputs.commit()
            case .wait: break
            // A call that it belongs together with has failed.
            case .discard: result.leftovers += await context.outputs.rollback(call.name)
            }
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
        }
    }

    private func publish(into result: inout Result) async {
        do throws(OutputError) {
            try await context.outputs.publish()
        } catch {
            var span: SourceSpan?
            if case .sink(let error) = error {
                let name = await context.outputs.owner(of: error.path)
                let call = selection.calls.first { $0.name == name } ?? selection.calls.last
                span = call.map { $0.keySpans["write"] ?? $0.span(ofKey: "download") }
            }
            result.failures.append(OutputFailures.failure(error, at: span))
            result.hasEnded = true
        }
    }
}
