import Auth
import Diagnostics
import HTTP
import JobFile
import Secrets

/// Says why no answer came to a request of a call.
struct ExchangeFailures {
    let call: Call
    let redactor: Redactor

    /// Why there is no token.
    static func failure(_ failure: TokenFailure) -> RunFailure {
        let code: ExitCode =
            switch failure.kind {
            case .unreachable: .unavailable
            case .waitTooLong: .tryLater
            case .cancelled: .interrupted
            case .hostNotAllowed, .plainHTTP: .callFailed
            case .refused, .unusable, .notAccepted: .noToken
            }
        return RunFailure(code, failure.diagnostic)
    }

    func failure(_ error: ExchangeError) -> RunFailure {
        switch error.kind {
        case .transfer(let transfer):
            return failure(transfer, attempts: error.attempts)
        case .authorization(let failure):
            if let reason = failure.reason as? TokenFailure { return Self.failure(reason) }
            return make(.noToken, .tokenUnavailable, "the call could not be authorized: \(failure.reason)", key: "auth")
        case .redirect(let message):
            return make(
                .callFailed, .redirectRefused, "a redirect was not followed: \(text(message))", key: "url",
                notes: ["the URL: \(text(error.url))", "call the target itself, or set redirects: N"])
        case .waitTooLong(let wanted, let limit):
            return make(
                .tryLater, .waitTooLong, "the API asks for a wait of \(wanted.formattedSeconds)", key: "max_wait",
                label: "at most \(limit.formattedSeconds) was allowed",
                notes: ["run again later, or raise max_wait"])
        case .plainHTTP(let host):
            return make(
                .callFailed, .plainHTTP, "a secret would go over plain http to \(text(host))", key: "url",
                label: "https is needed here",
                notes: ["use https; for a network that is safe say options: {allow_http: true}"])
        case .cancelled:
            return .cancelled
        }
    }

    private func failure(_ error: TransferError, attempts: Int) -> RunFailure {
        if case .cancelled = error.kind { return .cancelled }
        let isUnreachable = Self.isUnreachable(error)
        let title =
            isUnreachable ? "\(text(error.host)) could not be reached" : "the call to \(text(error.host)) failed"
        var notes = Self.advice(for: error.kind).map { [$0] } ?? []
        if attempts > 1 { notes.append("\(attempts) attempts were made") }
        return make(
            isUnreachable ? .unavailable : .callFailed, isUnreachable ? .unreachable : .transferFailed, title,
            key: Self.key(of: error.kind), label: text(error.message), notes: notes)
    }

    /// Whether the API could not be reached at all, as against one that did not answer well.
    private static func isUnreachable(_ error: TransferError) -> Bool {
        switch error.kind {
        case .unresolved, .refused, .connectTimeout, .tls, .certificate, .clientCertificate: true
        default: false
        }
    }

    private static func key(of kind: TransferError.Kind) -> String {
        switch kind {
        case .bodyTooLarge: "max_response"
        case .localFile: "body_file"
        case .timeout: "timeout"
        case .idle: "idle_timeout"
        default: "url"
        }
    }

    private static func advice(for kind: TransferError.Kind) -> String? {
        switch kind {
        case .unresolved: "is the host's name right, and is there a network?"
        case .refused: "is the port right, and is the service up?"
        case .connectTimeout: "a firewall may be in the way; connect_timeout sets how long to try"
        case .timeout: "timeout sets how long an attempt may take"
        case .idle: "idle_timeout sets how long no byte may come"
        case .certificate: "for a company's own authority say tls: {ca: FILE}"
        case .clientCertificate: "tls: {cert: FILE, key: FILE} says which certificate to show"
        case .tls: "is this an https server?"
        case .bodyTooLarge: "ask for smaller pages, use download, or raise max_response"
        case .bodyCut: "the body ended before its end; what came of it was not used"
        default: nil
        }
    }

    private func text(_ text: String) -> String { redactor.excerpt(text, limit: 300) }

    private func make(
        _ exit: ExitCode, _ code: DiagnosticCode, _ title: String, key: String, label: String? = nil,
        notes: [String] = []
    ) -> RunFailure {
        RunFailure(
            exit,
            Diagnostic(
                code: code, severity: .error, title: title,
                span: call.keySpans[key] ?? call.span(ofKey: "url"), label: label ?? "this call", notes: notes))
    }
}

extension RunFailure {
    /// Ends a call when the run was stopped; the run says why instead.
    static let cancelled = RunFailure(
        .interrupted, Diagnostic(code: .interrupted, severity: .error, title: "the run was stopped"))
}
