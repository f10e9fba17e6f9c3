import Diagnostics
import JobFile
import Processes
import Secrets

/// Says why a command gave no token.
struct ExecFailures: Sendable {
    private let source: TokenSourceConfiguration
    private let text: UntrustedText

    init(source: TokenSourceConfiguration, redactor: Redactor) {
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// A command that could not be run, failed, or took too long.
    ///
    /// It is not run again in the same run: it may have asked somebody, or have taken its whole time.
    func failure(_ failure: ProcessFailure) -> TokenFailure {
        if Task.isCancelled { return TokenFailures(source, text.redactor).cancelled() }
        let said = failure.notes.prefix(10).map { text.show($0) }
        return make(
            "there is no token: \(text.show(failure.message))",
            said.isEmpty
                ? ["the command printed nothing on stderr"] : ["the command printed on stderr:"] + said)
    }

    /// A command that printed something else.
    func failure(_ problem: TokenProblem, of command: String) -> TokenFailure {
        let finding = FoundTokenFinding(problem, text: text)
        return make(
            "'\(text.show(command, limit: 100))' printed \(finding.title)",
            finding.notes + ["it should print the token, or JSON with access_token and, better, expires_in"])
    }

    private func make(_ title: String, _ notes: [String]) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenCommandFailed, title: title, span: source.span, label: "its command prints the token",
                notes: notes),
            isLasting: true)
    }
}
