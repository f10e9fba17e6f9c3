import Diagnostics
import HTTP
import JobFile

extension TokenRequestFailures {
    /// A server that said no.
    func refusal(_ error: ServerError, _ response: HTTPResponse, _ sent: SentRequest) -> TokenFailure {
        let advice = RefusalAdvice(error, response, to: sent)
        let said =
            [("error", error.code), ("error_description", error.description), ("error_uri", error.uri)]
            .compactMap { name, value in value.map { "\(name): \(text.show($0))" } }
        let title = error.code.map { "\(endpoint) answered \(response.status): \(text.show($0, limit: 80))" }
        let isPassing = Self.mayPass(error, response)
        // A server that is out of order has refused nothing.
        return TokenFailure(
            response.status >= 500 ? .unreachable : .refused,
            Diagnostic(
                code: .tokenRefused, title: title ?? "\(endpoint) answered \(response.status)",
                span: span(advice.place), label: advice.label,
                notes: [authenticationNote] + (said.isEmpty ? [text.excerpt(response.body)] : said)
                    + advice.hints.map { text.show($0) }),
            isLasting: !isPassing, isInvalidClient: !isPassing && Self.isInvalidClient(error, response),
            retryAfter: isPassing ? ServerDate.retryAfter(response, at: sent.time) : nil)
    }

    /// Whether the next attempt may be answered differently.
    private static func mayPass(_ error: ServerError, _ response: HTTPResponse) -> Bool {
        response.status == 408 || response.status == 429 || response.status >= 500
            || ["temporarily_unavailable", "server_error", NonceDemand.code].contains(error.code)
    }

    /// Whether it is the client's own credentials that are refused.
    private static func isInvalidClient(_ error: ServerError, _ response: HTTPResponse) -> Bool {
        if let code = error.code {
            return code == "invalid_client"
                || response.status == 401 && ["unauthorized_client", "access_denied"].contains(code)
        }
        // Some servers say no more than that for a wrong secret.
        return response.status == 401 || response.status == 403
    }

    /// A server that gave something else than a token.
    func unusable(_ problem: TokenProblem, _ response: HTTPResponse) -> TokenFailure {
        let finding = AnswerFinding(problem, response, oauth: oauth, text: text)
        return TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenAnswerUnusable, title: "\(endpoint) answered \(response.status), \(finding.title)",
                span: span(finding.place), label: finding.label,
                notes: [authenticationNote] + finding.notes))
    }

    private func span(_ place: RefusalAdvice.Place) -> SourceSpan {
        let id = oauth.client.id?.span ?? source.span
        return switch place {
        case .tokenURL: oauth.endpoint.written.span
        case .clientID: id
        case .clientSecret: oauth.client.secret?.span ?? id
        case .key: oauth.client.signing?.key?.span ?? oauth.client.assertion.file?.span ?? id
        case .source: source.span
        }
    }
}
