import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile
import Secrets

/// Reads an accepted answer: status, parse, expectations.
///
/// The order is fixed: `expect.status`, parse, `expect.body`.
struct AnswerReader {
    let call: Call
    let redactor: Redactor

    /// The body; nil where there is none (204, HEAD, an empty body where records may be missing) or it is text.
    ///
    /// - Throws: a status that is not expected, a body that is not JSON, or an expectation that does not hold.
    func read(_ answer: Answer) throws(RunFailure) -> JSONNode? {
        try checkStatus(answer)
        try checkHeaders(answer.response)
        let body = try parse(answer)
        try checkBody(body, of: answer.response)
        try checkDuration(answer.response)
        return body
    }

    private func checkStatus(_ answer: Answer) throws(RunFailure) {
        if answer.isAwaited || answer.rule?.action == .ok || answer.rule?.action == .stop { return }
        let expected = call.expectation.status
        guard !(expected ?? .success).matches(answer.response.status) else { return }
        let failures = AnswerFailures(call: call, redactor: redactor)
        throw failures.status(answer.response, expected: expected)
    }

    private func checkHeaders(_ response: HTTPResponse) throws(RunFailure) {
        for test in call.expectation.headers where !test.holds(response.headers.all(test.name)) {
            let found = response.headers.all(test.name)
            throw RunFailure(
                .expectationFailed,
                Diagnostic(
                    code: .expectationFailed, severity: .error,
                    title: "the header '\(test.name)' is not as expected", span: test.span,
                    label: found.isEmpty
                        ? "the answer does not have it"
                        : "it is: \(found.map { redactor.excerpt($0) }.joined(separator: ", "))"))
        }
    }

    private func parse(_ answer: Answer) throws(RunFailure) -> JSONNode? {
        let response = answer.response
        guard call.responseFormat == .json, call.download == nil, !mayBeEmpty(answer) else { return nil }
        do throws(JSONSyntaxError) {
            return try JSONDocument(response.body).root
        } catch {
            // A call that looks at nothing in the body need not care what it is.
            guard needsBody else { return nil }
            throw AnswerFailures(call: call, redactor: redactor).syntax(error, in: response)
        }
    }

    /// Whether there is no body, and need not be: anywhere else an empty body is a result that was cut short.
    private func mayBeEmpty(_ answer: Answer) -> Bool {
        guard answer.response.body.isEmpty else { return false }
        return [204, 205, 304].contains(answer.response.status) || call.request.method == "HEAD"
            || answer.rule?.action == .stop
    }

    private var needsBody: Bool {
        call.records != nil || !call.writes.isEmpty || call.pagination != nil || call.recordsAreReferenced
            || call.bodyIsReferenced || call.fields != nil || !call.expectation.body.isEmpty
            || call.extractions.contains { if case .json = $0.source { true } else { false } }
    }

    private func checkBody(_ body: JSONNode?, of response: HTTPResponse) throws(RunFailure) {
        for condition in call.expectation.body {
            guard let body else {
                throw RunFailure(
                    .expectationFailed,
                    Diagnostic(
                        code: .expectationFailed, severity: .error, title: "the answer has no body to look at",
                        span: condition.span, label: "cannot hold",
                        notes: ["status \(response.status), \(response.body.count) bytes"]))
            }
            guard !condition.value.holds(on: body) else { continue }
            throw RunFailure(
                .expectationFailed,
                Diagnostic(
                    code: .expectationFailed, severity: .error, title: "an expectation does not hold",
                    span: condition.span, label: "is not true of the answer",
                    notes: condition.value.explanation(on: body, redacting: redactor.redact).map {
                        "\($0.part) is \(TerminalText.escape($0.value))"
                    }))
        }
    }

    private func checkDuration(_ response: HTTPResponse) throws(RunFailure) {
        guard let limit = call.expectation.maxDuration, response.timing.total > limit else { return }
        throw RunFailure(
            .expectationFailed,
            Diagnostic(
                code: .expectationFailed, severity: .error, title: "the answer took longer than expected",
                span: call.expectation.span,
                label:
                    "it took \(response.timing.total.formattedSeconds), at most \(limit.formattedSeconds) was expected")
        )
    }
}
