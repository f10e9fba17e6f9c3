import Diagnostics
import JobFile

/// Says why a body could not be read as a stream.
struct StreamFailures {
    let call: Call

    func failure(_ failure: RowReader.Failure) -> RunFailure {
        switch failure {
        case .row(let message):
            make(
                .badRow, "the answer is not \(call.responseFormat == .csv ? "CSV" : "JSON Lines"): \(message)",
                notes: ["nothing of it is published"])
        case .packed(let message): make(.streamBroken, "the answer cannot be unpacked: \(message)")
        case .tooLarge(let limit):
            make(
                .streamBroken, "the answer has more than \(limit) bytes", key: "max_response",
                notes: ["raise max_response"])
        case .file(let message): make(.streamBroken, message)
        }
    }

    /// The body could not be taken.
    func broken(_ message: String) -> RunFailure {
        make(.streamBroken, message, notes: ["nothing of the answer is published; run again"])
    }

    /// The body is compressed in a way that is not known here.
    func unknownEncoding(_ name: String) -> RunFailure {
        make(
            .streamBroken, "the answer is compressed as '\(TerminalText.escape(name))'",
            notes: ["gzip and zstd were asked for, and can be unpacked"])
    }

    private func make(
        _ code: DiagnosticCode, _ title: String, key: String = "response", notes: [String] = []
    ) -> RunFailure {
        RunFailure(
            .callFailed,
            Diagnostic(
                code: code, severity: .error, title: TerminalText.escape(title),
                span: call.keySpans[key] ?? call.span(ofKey: "url"), label: "read as a stream", notes: notes))
    }
}
