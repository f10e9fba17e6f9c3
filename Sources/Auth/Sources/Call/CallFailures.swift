import Diagnostics
import HTTP
import JobFile
import Secrets

/// Says why a call of the job's own gave no token.
struct CallFailures: Sendable {
    private let call: Call
    private let source: TokenSourceConfiguration
    private let text: UntrustedText

    init(_ requested: RequestSource, source: TokenSourceConfiguration, redactor: Redactor) {
        call = requested.call
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// A token that everybody on the way could read.
    func plainHTTP(_ url: String) -> TokenFailure {
        make(
            .plainHTTP, .tokenOverHTTP, "\(text.show(url)) is plain http, which a token may not come over",
            "https is needed here", ["http is for this machine only; options: {allow_http: true} allows it elsewhere"])
    }

    /// A problem that the request met on its way.
    func failure(_ error: ExchangeError) -> TokenFailure {
        let url = text.show(error.url)
        switch error.kind {
        case .transfer(let transfer): return self.failure(transfer, url, attempts: error.attempts)
        case .authorization(let failure):
            if let reason = failure.reason as? TokenFailure { return reason }
            return make(
                .unusable, .tokenAnswerUnusable, "\(url) could not be called with a credential", "this call", [])
        case .redirect(let reason):
            return make(.unusable, .tokenAnswerUnusable, "\(url) leads elsewhere", "redirected", [text.show(reason)])
        case .waitTooLong(let wanted, let limit):
            return make(
                .waitTooLong, .tokenGivenUp,
                "\(url) asks to wait \(wanted.components.seconds) s, and \(limit.components.seconds) s are allowed",
                "too many calls?", [])
        case .plainHTTP: return plainHTTP(error.url)
        case .cancelled: return TokenFailures(source, text.redactor).cancelled()
        }
    }

    /// A problem with the answer.
    ///
    /// - Parameter credential: what the call went with; nil for nothing.
    func failure(
        _ problem: TokenProblem, _ response: HTTPResponse, refusing credential: SourceAuthorizer?
    ) -> TokenFailure {
        let answered = "\(text.show(response.url)) answered \(response.status)"
        if case .refusal(let error) = problem, !(200..<300 ~= response.status) {
            let said =
                [("error", error.code), ("error_description", error.description), ("error_uri", error.uri)]
                .compactMap { name, value in value.map { "\(name): \(text.show($0))" } }
            return make(
                .refused, .tokenCallRefused, answered, "this call should bring the token",
                (said.isEmpty ? [text.excerpt(response.body)] : said) + advice(response, credential),
                isLasting: !(response.status == 408 || response.status == 429 || response.status >= 500))
        }
        let finding = FoundTokenFinding(problem, text: text)
        return make(
            .unusable, .tokenAnswerUnusable, "\(answered) with \(finding.title)", "this call should bring the token",
            finding.notes)
    }

    private func advice(_ response: HTTPResponse, _ credential: SourceAuthorizer?) -> [String] {
        guard response.status == 401 || response.status == 403 else { return [] }
        guard let credential else {
            return ["the call goes without a credential; call: {auth: NAME} gives it that of another source"]
        }
        return ["the credential of the call's auth is not accepted"] + credential.advice(on: response)
    }

    private func failure(_ error: TransferError, _ url: String, attempts: Int) -> TokenFailure {
        if case .cancelled = error.kind { return TokenFailures(source, text.redactor).cancelled() }
        let tried = attempts > 1 ? " (tried \(attempts) times)" : ""
        switch error.kind {
        case .bodyTooLarge, .headersTooLarge, .badEncoding, .bodyCut:
            return make(
                .unusable, .tokenAnswerUnusable, "\(url) gave no usable answer\(tried)", text.show(error.message), [])
        default:
            return make(
                .unreachable, .tokenUnreachable, "\(url) cannot be reached\(tried)", text.show(error.message), [])
        }
    }

    private func make(
        _ kind: TokenFailure.Kind, _ code: DiagnosticCode, _ title: String, _ label: String, _ notes: [String],
        isLasting: Bool = false
    ) -> TokenFailure {
        TokenFailure(
            kind,
            Diagnostic(code: code, title: title, span: call.span(ofKey: "url"), label: label, notes: notes),
            isLasting: isLasting)
    }
}
