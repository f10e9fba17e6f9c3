import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets

/// Says what is wrong with an answer, and shows what came back.
struct AnswerFailures {
    let call: Call
    let redactor: Redactor

    /// How much of a body is shown, in characters.
    static let excerptLength = 500

    /// A status that the call does not count as done.
    func status(_ response: HTTPResponse, expected: StatusPattern?) -> RunFailure {
        let reason = StatusText.reason(response.status).map { " \($0)" } ?? ""
        return RunFailure(
            expected == nil ? .callFailed : .expectationFailed,
            Diagnostic(
                code: .statusFailed, severity: .error,
                title: "\(call.request.method) \(url(of: response)) answered \(response.status)\(reason)",
                span: call.span(ofKey: "url"),
                label: expected.map { "status \($0) was expected" } ?? "this call",
                notes: excerpt(of: response) + [StatusText.advice(response.status, call: call)].compactMap { $0 }))
    }

    /// An answer that a rule ends the call with: `do: fail`, or one that had to be sent again and nothing helped.
    func rule(_ answer: Answer) -> RunFailure {
        let response = answer.response
        let label =
            switch answer.rule?.action {
            case .retry: "by this rule it was sent \(answer.retries + 1) times"
            case .reauthorize: "by this rule it was sent again with a new token"
            default: "this rule makes it a failure"
            }
        return RunFailure(
            .callFailed,
            Diagnostic(
                code: .ruleFailed, severity: .error,
                title: "\(call.request.method) \(url(of: response)) answered \(response.status)",
                span: answer.rule?.span, label: label, notes: excerpt(of: response)))
    }

    /// A body that is not JSON.
    func syntax(_ error: JSONSyntaxError, in response: HTTPResponse) -> RunFailure {
        let type = response.headers.first("Content-Type").map { TerminalText.escape($0) } ?? "not given"
        var notes = ["content type: \(type)"] + excerpt(of: response)
        if response.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
            notes.append("this looks like a web page: is the URL right, and is the call authorized?")
        } else {
            notes.append("if the body is not JSON, say response: text")
        }
        return RunFailure(
            .callFailed,
            Diagnostic(
                code: .badBody, severity: .error,
                title: "the answer of \(url(of: response)) is not JSON: \(error.message)",
                span: call.span(ofKey: "url"), label: "status \(response.status), \(response.body.count) bytes",
                notes: notes))
    }

    /// The first part of a body, masked before it is cut, then escaped.
    func excerpt(of response: HTTPResponse) -> [String] {
        guard !response.body.isEmpty else { return ["the body is empty"] }
        let text = String(decoding: response.body.prefix(64 << 10), as: UTF8.self)
        return ["the body: \(redactor.excerpt(text, limit: Self.excerptLength))"]
    }

    private func url(of response: HTTPResponse) -> String {
        TerminalText.escape(redactor.redact(response.url))
    }
}
