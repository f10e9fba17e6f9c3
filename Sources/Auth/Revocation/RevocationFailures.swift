import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets

/// Says that a token was not revoked, which no run fails for.
struct RevocationFailures: Sendable {
    private let source: TokenSourceConfiguration
    private let text: UntrustedText

    init(_ source: TokenSourceConfiguration, _ redactor: Redactor) {
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// The warning about a problem.
    func warning(_ problem: RevocationProblem) -> Diagnostic {
        switch problem {
        case .nowhere:
            warning("the server's metadata names no revocation_endpoint", ["say where: revocation_url: URL"])
        case .unsafe(let url): warning("\(text.show(url)) is not called: it is plain http, or no URL", [])
        case .noServer(let failure): warning(failure.diagnostic.title, failure.diagnostic.notes)
        case .unanswered(let error): warning("\(text.show(error.url)) \(words(error))", [])
        case .refused(let response):
            warning("\(text.show(response.url)) answered \(response.status)", said(by: response))
        }
    }

    private func warning(_ reason: String, _ notes: [String]) -> Diagnostic {
        Diagnostic(
            code: .tokenNotRevoked, severity: .warning,
            title: "the token of '\(text.show(source.name))' was not revoked: \(reason)", span: source.span,
            label: "it stays good until it expires", notes: notes)
    }

    /// What RFC 7009, 2.2.1 has a server say, or the beginning of what it says instead.
    private func said(by response: HTTPResponse) -> [String] {
        guard let body = try? JSONDocument(response.body).root else { return [text.excerpt(response.body)] }
        let error = ServerError(body)
        let said = [("error", error.code), ("error_description", error.description)]
            .compactMap { name, value in value.map { "\(name): \(text.show($0))" } }
        return said.isEmpty ? [text.excerpt(response.body)] : said
    }

    private func words(_ error: ExchangeError) -> String {
        switch error.kind {
        case .transfer(let transfer): "cannot be reached: \(text.show(transfer.message))"
        case .authorization(let failure):
            "was not called: \((failure.reason as? TokenFailure)?.diagnostic.title ?? "there is no proof of the client")"
        case .redirect(let reason): "leads elsewhere: \(text.show(reason))"
        case .waitTooLong: "asks to wait, and the run is over"
        case .plainHTTP: "is plain http"
        case .cancelled: "did not answer in time"
        }
    }
}
