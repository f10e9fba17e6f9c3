import Diagnostics
import JSON
import JobFile

/// Holds the number of a call's records against the last good run: `expect: {records: {shrink: …}}`.
struct RecordGuard {
    let call: Call
    let outputs: OutputStore

    /// Checks a number, and keeps it for the next run once the records are safe.
    ///
    /// - Throws: that there are fewer than the job allows; nothing of the call has been shown then.
    func check(_ count: Int) async throws(RunFailure) {
        guard let shrink = call.expectation.records.shrink else { return }
        let last: Int?
        do throws(OutputError) {
            last = try await outputs.lastCount(of: call.name)
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "expect"))
        }
        if let last, Double(count) < Double(last) * (1 - shrink) {
            throw RunFailure(
                .expectationFailed,
                Diagnostic(
                    code: .resultShrank, severity: .error,
                    title: "the call '\(call.name)' brought \(count) records, the last good run \(last)",
                    span: call.keySpans["expect.records.shrink"] ?? call.expectation.span,
                    label: "so many fewer are not allowed",
                    notes: [
                        "nothing of it was published",
                        "if this is right, errand state reset JOB \(call.name) forgets the last number",
                    ]))
        }
        await outputs.stageCount(count, of: call.name)
    }
}
