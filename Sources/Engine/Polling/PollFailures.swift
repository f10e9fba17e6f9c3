import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile
import Secrets

/// Says why a call that polls did not come to a good end.
struct PollFailures {
    let poll: Poll
    let call: Call
    let redactor: Redactor

    /// The answer says that it failed.
    func failed(_ condition: Located<JSONCondition>, _ body: JSONNode) -> RunFailure {
        let values = condition.value.explanation(on: body, redacting: redactor.redact).map {
            "\($0.part) is \(TerminalText.escape($0.value))"
        }
        return RunFailure(
            .callFailed,
            Diagnostic(
                code: .pollFailed, severity: .error,
                title: "what '\(call.name)' waits for has failed, says the API", span: condition.span,
                label: "is true of the answer",
                notes: values + ["the body: \(redactor.excerpt(body.value.serialized(), limit: 500))"]))
    }

    /// It was not done in time.
    ///
    /// - Parameter asked: how long the API wants to be left alone, when that is longer than there is time.
    func timeout(_ response: HTTPResponse, count: Int, asked: Duration?) -> RunFailure {
        var notes = AnswerFailures(call: call, redactor: redactor).excerpt(of: response)
        if let asked {
            notes.append("the API asks for a wait of \(asked.formattedSeconds), more than there is time left")
        }
        notes.append("raise the timeout of poll, or check that until can become true")
        return RunFailure(
            .callFailed,
            Diagnostic(
                code: .pollTimeout, severity: .error,
                title: "what '\(call.name)' waits for was not done in \(poll.timeout.formattedSeconds)",
                span: call.keySpans["poll.timeout"] ?? poll.span,
                label: "\(count) \(count == 1 ? "answer" : "answers"), the last one with status \(response.status)",
                notes: notes))
    }
}
