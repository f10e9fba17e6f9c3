import Diagnostics
import HTTP
import JobFile
import Secrets

/// Says why the metadata of an issuer is of no use.
struct DiscoveryFailures: Sendable {
    private let oauth: OAuthSource
    private let source: TokenSourceConfiguration
    private let text: UntrustedText

    init(oauth: OAuthSource, source: TokenSourceConfiguration, redactor: Redactor) {
        self.oauth = oauth
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// An issuer that is none.
    func badIssuer(_ problem: String) -> TokenFailure {
        failure(.metadataUnusable, "the issuer '\(issuer)' cannot be used: \(problem)", "an https URL is needed", [])
    }

    /// Metadata that anybody on the way could change.
    func plainHTTP(_ url: String) -> TokenFailure {
        TokenFailure(
            .plainHTTP,
            Diagnostic(
                code: .tokenOverHTTP,
                title: "\(text.show(url)) is plain http, where anybody on the way can name another server",
                span: oauth.endpoint.written.span, label: "https is needed here",
                notes: ["http is for this machine only; options: {allow_http: true} allows it elsewhere"]))
    }

    /// A server that did not answer.
    func failure(_ error: ExchangeError) -> TokenFailure {
        switch error.kind {
        case .transfer(let transfer) where transfer.kind != .cancelled:
            let tried = error.attempts > 1 ? " (tried \(error.attempts) times)" : ""
            return TokenFailure(
                .unreachable,
                Diagnostic(
                    code: .tokenUnreachable,
                    title: "the metadata at \(text.show(error.url)) cannot be got\(tried)",
                    span: oauth.endpoint.written.span, label: text.show(transfer.message),
                    notes: ["with token_url in place of issuer no metadata is needed"]))
        case .waitTooLong(let wanted, let limit):
            return TokenFailure(
                .waitTooLong,
                Diagnostic(
                    code: .tokenGivenUp,
                    title: "\(text.show(error.url)) asks to wait \(wanted.components.seconds) s, and "
                        + "\(limit.components.seconds) s are allowed",
                    span: oauth.endpoint.written.span), isLasting: false, retryAfter: wanted)
        default: return TokenFailures(source, text.redactor).cancelled()
        }
    }

    /// Metadata that is nowhere, or of no use where it is.
    func notFound(_ findings: [DiscoveryFinding]) -> TokenFailure {
        let tried = findings.map { "\(text.show($0.url)): \(words($0))" }
        // A document that is there says more about what is wrong than one that is missing.
        for finding in findings {
            guard case .metadata(let problem) = finding.problem else { continue }
            switch problem {
            case .otherIssuer(let named):
                return failure(
                    .issuerMismatch, "the metadata of '\(issuer)' is that of another issuer: '\(text.show(named))'",
                    "this issuer",
                    tried + ["the two must be the same text, letter by letter: issuer: \(text.show(named))"])
            case .noTokenEndpoint, .noIssuer, .badEndpoint:
                return failure(
                    .metadataUnusable, "the metadata of '\(issuer)' cannot be used: \(words(problem))", "this issuer",
                    tried + ["name the endpoint yourself: token_url: URL in place of issuer"])
            }
        }
        if findings.contains(where: { $0.status == 408 || $0.status == 429 || $0.status >= 500 }) {
            return failure(
                .tokenUnreachable, "the metadata of the issuer '\(issuer)' is not to be had now", "this issuer",
                tried + ["the server has a problem that may pass"], kind: .unreachable)
        }
        return failure(
            .metadataUnusable, "there is no metadata of the issuer '\(issuer)'", "the issuer is probably wrong",
            tried + ["if the server has none, name the endpoint: token_url: URL in place of issuer"])
    }

    /// A server that takes nothing that the job has.
    func noMethod(_ offered: [String]) -> TokenFailure {
        let possible = MethodChoice.possible(oauth).map(\.rawValue).joined(separator: ", ")
        return failure(
            .noAuthenticationMethod, "no client authentication fits: '\(issuer)' and the job have none in common",
            "this issuer",
            [
                "the server takes: \(offered.isEmpty ? "none" : text.show(offered.joined(separator: ", ")))",
                "the job has keys for: \(possible)",
                "if the server's list is incomplete, say which to use: client_auth: NAME",
            ])
    }

    private var issuer: String { text.show(oauth.endpoint.written.value) }

    private func failure(
        _ code: DiagnosticCode, _ title: String, _ label: String, _ notes: [String],
        kind: TokenFailure.Kind = .unusable
    ) -> TokenFailure {
        TokenFailure(
            kind,
            Diagnostic(code: code, title: title, span: oauth.endpoint.written.span, label: label, notes: notes),
            isLasting: kind == .unusable)
    }

    private func words(_ finding: DiscoveryFinding) -> String {
        switch finding.problem {
        case .status(let location?): "\(finding.status), which leads to \(text.show(location)); that is not followed"
        case .status(nil): "\(finding.status)"
        case .webPage: "a web page instead of JSON"
        case .notJSON(let message): "no JSON: \(text.show(message))"
        case .notAnObject: "JSON, but no object"
        case .metadata(let problem): words(problem)
        }
    }

    private func words(_ problem: ServerMetadata.Problem) -> String {
        switch problem {
        case .noIssuer: "it names no issuer"
        case .otherIssuer(let named): "its issuer is '\(text.show(named))'"
        case .noTokenEndpoint: "it names no token_endpoint"
        case .badEndpoint(let name, let url, let problem): "its \(name) '\(text.show(url))' cannot be used: \(problem)"
        }
    }
}
