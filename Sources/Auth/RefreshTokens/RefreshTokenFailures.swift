import Diagnostics
import JobFile

/// Says why a refresh token cannot be used or kept, and what to try.
struct RefreshTokenFailures: Sendable {
    private let source: TokenSourceConfiguration
    /// Where the refresh token is written in the job file.
    private let span: SourceSpan
    private let text: UntrustedText

    init(_ source: TokenSourceConfiguration, at span: SourceSpan, context: SourceContext) {
        self.source = source
        self.span = span
        text = UntrustedText(redactor: context.redactor)
    }

    /// A file that holds no refresh token.
    func unreadable(_ path: String, _ reason: String) -> TokenFailure {
        failure(
            .refreshTokenMissing, "there is no refresh token in \(text.show(path)): \(reason)",
            notes: ["the file holds the refresh token alone, in one line"])
    }

    /// A file that a new refresh token could not be written to: said before the old one is spent.
    func notWritable(_ path: String, _ reason: String) -> TokenFailure {
        failure(
            .refreshTokenNotKept, "a new refresh token could not be written to \(text.show(path)): \(reason)",
            label: "the file must be writable",
            notes: [
                "nothing was sent: the server may hand out a new refresh token each time, and the old one is of no use then",
                "put the file into a folder that errand may write to; mounted secrets are read only",
                "if this server never changes it, name the value instead: refresh_token: ${secrets.NAME}",
            ])
    }

    /// A refresh token that another process holds for too long.
    func busy(_ path: String) -> TokenFailure {
        failure(
            .refreshTokenNotKept, "another process keeps hold of \(text.show(path))", kind: .waitTooLong,
            label: "locked by \(text.show(path)).lock")
    }

    /// A new refresh token that was got, and could not be kept.
    func notKept(_ path: String, _ reason: String, rescuedTo rescue: String?) -> TokenFailure {
        failure(
            .refreshTokenNotKept, "the new refresh token could not be written to \(text.show(path)): \(reason)",
            notes: [whereabouts(rescue)])
    }

    /// A new refresh token that the job has no place for.
    func noPlace(rescuedTo rescue: String?) -> TokenFailure {
        failure(
            .refreshTokenNotKept, "the server handed out a new refresh token, and the job has no place to keep it",
            label: "the old one is of no use any more",
            notes: [
                whereabouts(rescue),
                "keep it in a file that errand writes back to: refresh_token_file: FILE",
            ])
    }

    private func whereabouts(_ rescue: String?) -> String {
        rescue.map { "the new one is in \(text.show($0)), which only you can read: move it to its place" }
            ?? "the new one is lost: get one by signing in again"
    }

    private func failure(
        _ code: DiagnosticCode, _ title: String, kind: TokenFailure.Kind = .unusable, label: String? = nil,
        notes: [String] = []
    ) -> TokenFailure {
        TokenFailure(
            kind, Diagnostic(code: code, title: title, span: span, label: label, notes: notes),
            isLasting: kind == .unusable)
    }
}
