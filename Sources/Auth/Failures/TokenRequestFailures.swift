import Diagnostics
import HTTP
import JobFile
import Secrets

/// Says why a token endpoint gave no token, and what to try.
struct TokenRequestFailures: Sendable {
    let oauth: OAuthSource
    let source: TokenSourceConfiguration
    let server: TokenServer
    let text: UntrustedText

    init(oauth: OAuthSource, source: TokenSourceConfiguration, server: TokenServer, redactor: Redactor) {
        self.oauth = oauth
        self.source = source
        self.server = server
        text = UntrustedText(redactor: redactor)
    }

    /// The token endpoint as it is shown.
    var endpoint: String { text.show(server.tokenURL) }

    /// A token endpoint that everybody on the way can read.
    func plainHTTP() -> TokenFailure {
        TokenFailure(
            .plainHTTP,
            Diagnostic(
                code: .tokenOverHTTP, title: "\(endpoint) is plain http, which a secret may not go over",
                span: oauth.endpoint.written.span, label: "https is needed here",
                notes: ["http is for this machine only; options: {allow_http: true} allows it elsewhere"]))
    }

    /// A problem that the request met on its way.
    ///
    /// - Parameter retryAfter: what the last answer asked for.
    func failure(_ error: ExchangeError, retryAfter: Duration?) -> TokenFailure {
        switch error.kind {
        case .transfer(let transfer): transferFailure(transfer, attempts: error.attempts)
        case .redirect(let reason): redirect(text.show(reason), status: nil)
        case .waitTooLong(let wanted, let limit): waitTooLong(wanted, limit: limit, retryAfter)
        case .plainHTTP: plainHTTP()
        case .authorization(let failure):
            failure.reason as? TokenFailure ?? TokenFailures(source, text.redactor).cancelled()
        case .cancelled: TokenFailures(source, text.redactor).cancelled()
        }
    }

    /// A problem with the answer.
    func failure(_ problem: TokenProblem, _ response: HTTPResponse, _ sent: SentRequest) -> TokenFailure {
        switch problem {
        case .refusal(let error): refusal(error, response, sent)
        case .redirect(let target): redirect("it leads to: \(text.show(target))", status: response.status)
        default: unusable(problem, response)
        }
    }

    private func redirect(_ note: String, status: Int?) -> TokenFailure {
        let answered = status.map { "answered \($0), which " } ?? ""
        return TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenAnswerUnusable, title: "\(endpoint) \(answered)leads elsewhere",
                span: oauth.endpoint.written.span, label: "redirected",
                notes: [
                    authenticationNote,
                    note,
                    "a client secret is never sent on; if that is the token endpoint, set token_url to it",
                ]))
    }

    /// How the client showed who it is.
    var authenticationNote: String {
        guard let id = oauth.client.id?.value else { return "client authentication: none; no client_id" }
        let encoding =
            server.method == .clientSecretBasic ? ", basic_encoding: \(oauth.client.basicEncoding.rawValue)" : ""
        return "client authentication: \(server.method.rawValue)\(encoding); client_id: \(text.show(id))"
    }

    private func waitTooLong(_ wanted: Duration, limit: Duration, _ retryAfter: Duration?) -> TokenFailure {
        TokenFailure(
            .waitTooLong,
            Diagnostic(
                code: .tokenGivenUp,
                title:
                    "\(endpoint) asks to wait \(wanted.components.seconds) s, and \(limit.components.seconds) s are allowed",
                span: oauth.endpoint.written.span, label: "too many token requests?"),
            isLasting: false, retryAfter: retryAfter ?? wanted)
    }
}
