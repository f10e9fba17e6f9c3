import Diagnostics
import JSON
import JobFile
import Sinks
import Template

/// One call of a run: its condition, its loop, and what it leaves for later calls.
struct CallRun: Sendable {
    let call: Call
    let context: RunContext
    /// Counts what the call does.
    let progress: CallProgress
    /// Whether its records, or its body, go to stdout because nothing in the job writes.
    let printsResult: Bool

    /// Runs the call to its end.
    ///
    /// - Returns: what it left; nil when it was skipped.
    /// - Throws: the failure that ended it.
    func run(in scope: RunScope) async throws(RunFailure) -> CallOutcome? {
        if let condition = call.condition, try !holds(condition, in: scope) { return nil }
        let spool = try makeSpool()
        var outcome: CallOutcome?
        if let loop = call.forEach {
            outcome = try await LoopRun(
                call: call, loop: loop, context: context, progress: progress, spool: spool, printsResult: printsResult
            ).run(in: scope)
            outcome?.isUnchanged = loop.isOverUnchanged(in: scope)
        } else {
            let item = ItemRun(
                call: call, context: context, progress: progress, index: 0, gate: OrderedGate(),
                records: RecordOutput(call: call, context: context, spool: spool, printsResult: printsResult))
            let result = try await SyncedItemRun(item: item).run(in: scope)
            outcome = result.isSkipped ? nil : CallOutcome(result, records: spool)
        }
        // What is unchanged has as many records as before, and none of them came.
        if let outcome, !outcome.isUnchanged { try await expectRecords(progress.report.records) }
        return outcome
    }

    /// `when`: true runs the call, false or null skips it.
    private func holds(_ condition: LocatedTemplate, in scope: RunScope) throws(RunFailure) -> Bool {
        let value = try condition.value(in: scope)
        if value.isNull { return false }
        if let bool = value.bool { return bool }
        throw RunFailure(
            .callFailed,
            Diagnostic(
                code: .conditionNotBoolean, severity: .error, title: "when is neither true nor false",
                span: condition.span, label: "it is \(value.kind.rawValue)",
                notes: ["compare it with something: ${… == 'yes'}, or ${… != null}"]))
    }

    private func makeSpool() throws(RunFailure) -> Spool? {
        guard call.recordsAreReferenced else { return nil }
        do throws(SinkError) {
            return try Spool(in: context.temporaryFolder)
        } catch {
            throw OutputFailures.failure(error, at: call.span)
        }
    }

    private func expectRecords(_ count: Int) async throws(RunFailure) {
        try await RecordGuard(call: call, outputs: context.outputs).check(count)
        let expected = call.expectation.records
        let isTooFew = expected.minimum.map { count < $0 } ?? false
        let isTooMany = expected.maximum.map { count > $0 } ?? false
        guard isTooFew || isTooMany else { return }
        let bound = isTooFew ? "at least \(expected.minimum ?? 0)" : "at most \(expected.maximum ?? 0)"
        throw RunFailure(
            .expectationFailed,
            Diagnostic(
                code: .expectationFailed, severity: .error,
                title: "the call '\(call.name)' brought \(count) records", span: call.expectation.span,
                label: "\(bound) were expected"))
    }
}
