import Diagnostics
import HTTP
import JobFile

extension TokenRequestFailures {
    /// A server that said no.
    func refusal(_ error: ServerError, _ response: HTTPResponse) -> TokenFailure {
        let advice = RefusalAdvice(error, response, to: client)
        let said =
            [("error", error.code), ("error_description", error.description), ("error_uri", error.uri)]
            .compactMap { name, value in value.map { "\(name): \(text.show($0))" } }
        let title = error.code.map { "\(endpoint) answered \(response.status): \(text.show($0, limit: 80))" }
        return TokenFailure(
            .refused,
            Diagnostic(
                code: .tokenRefused, title: title ?? "\(endpoint) answered \(response.status)",
                span: span(advice.place), label: advice.label,
                notes: [authenticationNote] + (said.isEmpty ? [text.excerpt(response.body)] : said)
                    + advice.hints.map { text.show($0) }),
            isLasting: !Self.mayPass(error, response))
    }

    /// Whether the next attempt may be answered differently.
    private static func mayPass(_ error: ServerError, _ response: HTTPResponse) -> Bool {
        response.status == 408 || response.status == 429 || response.status >= 500
            || ["temporarily_unavailable", "server_error"].contains(error.code)
    }

    /// A server that gave something else than a token.
    func unusable(_ problem: TokenProblem, _ response: HTTPResponse) -> TokenFailure {
        let finding = AnswerFinding(problem, response, client: client, text: text)
        return TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenAnswerUnusable, title: "\(endpoint) answered \(response.status), \(finding.title)",
                span: span(finding.place), label: finding.label,
                notes: [authenticationNote] + finding.notes))
    }

    private func span(_ place: RefusalAdvice.Place) -> SourceSpan {
        switch place {
        case .tokenURL: client.tokenURL.span
        case .clientID: client.clientID.span
        case .clientSecret: client.clientSecret?.span ?? client.clientID.span
        case .source: source.span
        }
    }
}
