import Diagnostics
import JSON
import JobFile
import Secrets
import State

/// Says why an incremental call cannot go on.
struct SyncFailures {
    let call: Call
    let redactor: Redactor

    func lacksField(_ path: String, in record: JSONNode) -> RunFailure {
        make(
            .callFailed, .watermarkMissing, "a record has nothing at \(path), so it cannot be told how new it is",
            key: "incremental.field", label: "every record needs it",
            notes: [
                "the record: \(redactor.excerpt(record.value.serialized(), limit: 300))",
                "nothing was kept of this call; leave such records out with records: $…[?…]",
            ])
    }

    func badValue(_ problem: WatermarkValue.Problem, at path: String, in record: JSONNode) -> RunFailure {
        make(
            .callFailed, .watermarkMissing, "the value of a record at \(path) is \(redactor.excerpt(problem.message))",
            key: "incremental.field", label: "type says how it is read",
            notes: ["the record: \(redactor.excerpt(record.value.serialized(), limit: 300))"])
    }

    func disorder(_ disorder: WatermarkTracker.Disorder) -> RunFailure {
        make(
            .callFailed, .pagesUnordered, "the records do not come in ascending order", key: "incremental.order",
            label: "\(excerpt(disorder.found)) comes after \(excerpt(disorder.after))",
            notes: [
                "the watermark was set back to where this run began, so that nothing is passed over",
                "ask the API to sort by this field, or leave order out: then the call is committed at its end",
            ])
    }

    func changedRequest() -> RunFailure {
        make(
            .invalidJob, .requestChanged, "the request has changed since the last run, so its watermark may not fit",
            key: "incremental", label: "the state of the call '\(call.name)' is of another URL, query, body or field",
            notes: [
                "run once with --full-refresh to begin anew, or give the job another name (job: …) to keep both",
                "two job files of one name share their state: is this another one?",
            ])
    }

    func badInitial(_ problem: WatermarkValue.Problem) -> RunFailure {
        make(
            .invalidJob, .watermarkMissing, "initial is \(problem.message)", key: "incremental.initial",
            label: "type says how it is read")
    }

    func badWindow(_ message: String) -> RunFailure {
        make(.callFailed, .badWindow, message, key: "incremental.window", label: "this window")
    }

    func lacksToken(_ path: String) -> RunFailure {
        make(
            .callFailed, .tokenMissing, "the last page has nothing at \(path) for the next run to begin with",
            key: "incremental", label: "nothing was kept of this call",
            notes: ["is the path right, and does the last page have it?"])
    }

    func resetLate() -> RunFailure {
        make(
            .callFailed, .resetFailed, "the API asks to start over after records of this item came", key: "rules",
            label: "in a loop this cannot be done in the same run",
            notes: ["errand state reset JOB \(call.name) forgets its watermarks"])
    }

    func resetAgain() -> RunFailure {
        make(
            .callFailed, .resetFailed, "the API asks to start over, also when the call starts over", key: "rules",
            label: "this was done once")
    }

    private func excerpt(_ value: WatermarkValue) -> String { redactor.excerpt(value.canonical, limit: 100) }

    private func make(
        _ exit: ExitCode, _ code: DiagnosticCode, _ title: String, key: String, label: String, notes: [String] = []
    ) -> RunFailure {
        RunFailure(
            exit,
            Diagnostic(
                code: code, severity: .error, title: title,
                span: call.keySpans[key] ?? call.incremental?.span ?? call.span, label: label, notes: notes))
    }
}
