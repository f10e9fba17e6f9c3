import Diagnostics
import HTTP
import JobFile
import Secrets

/// Says why a token endpoint gave no token, and what to try.
struct TokenRequestFailures: Sendable {
    let client: ClientCredentials
    let source: TokenSourceConfiguration
    let text: UntrustedText

    init(client: ClientCredentials, source: TokenSourceConfiguration, redactor: Redactor) {
        self.client = client
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// The token endpoint as it is shown.
    var endpoint: String { text.show(client.tokenURL.value) }

    /// A token endpoint that everybody on the way can read.
    func plainHTTP() -> TokenFailure {
        TokenFailure(
            .plainHTTP,
            Diagnostic(
                code: .tokenOverHTTP, title: "\(endpoint) is plain http, which a secret may not go over",
                span: client.tokenURL.span, label: "https is needed here",
                notes: ["http is for this machine only; options: {allow_http: true} allows it elsewhere"]))
    }

    /// A header of the job that cannot be sent.
    func badHeader(_ header: HTTPHeader, _ problem: String) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenCannotBeSent,
                title: "the header '\(text.show(header.name))' of the token request cannot be sent: \(problem)",
                span: source.span, label: "in headers of this token source"))
    }

    /// A problem that the request met on its way.
    func failure(_ error: ExchangeError) -> TokenFailure {
        switch error.kind {
        case .transfer(let transfer): transferFailure(transfer, attempts: error.attempts)
        case .redirect(let reason): redirect(text.show(reason), status: nil)
        case .waitTooLong(let wanted, let limit): waitTooLong(wanted, limit: limit)
        case .plainHTTP: plainHTTP()
        case .cancelled, .authorization: TokenFailures(source, text.redactor).cancelled()
        }
    }

    /// A problem with the answer.
    func failure(_ problem: TokenProblem, _ response: HTTPResponse) -> TokenFailure {
        switch problem {
        case .refusal(let error): refusal(error, response)
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
                span: client.tokenURL.span, label: "redirected",
                notes: [
                    authenticationNote,
                    note,
                    "a client secret is never sent on; if that is the token endpoint, set token_url to it",
                ]))
    }

    /// How the client showed who it is.
    var authenticationNote: String {
        let method = client.clientAuthentication.value
        let encoding = method == .clientSecretBasic ? ", basic_encoding: \(client.basicEncoding.rawValue)" : ""
        return "client authentication: \(method.rawValue)\(encoding); client_id: \(text.show(client.clientID.value))"
    }

    private func waitTooLong(_ wanted: Duration, limit: Duration) -> TokenFailure {
        TokenFailure(
            .waitTooLong,
            Diagnostic(
                code: .tokenGivenUp,
                title:
                    "\(endpoint) asks to wait \(wanted.components.seconds) s, and \(limit.components.seconds) s are allowed",
                span: client.tokenURL.span, label: "too many token requests?"))
    }
}
