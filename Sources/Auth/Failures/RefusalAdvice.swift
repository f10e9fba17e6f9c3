import HTTP
import JobFile

/// What a refusal of a token endpoint is about, and what to try.
struct RefusalAdvice: Sendable, Hashable {
    /// What in the job file something is about.
    enum Place: Sendable, Hashable {
        case tokenURL, clientID, clientSecret, source
    }

    let place: Place
    let label: String
    let hints: [String]

    init(_ place: Place, _ label: String, _ hints: [String]) {
        self.place = place
        self.label = label
        self.hints = hints
    }

    /// The advice for what a server says, and where it says nothing that is known, for the status.
    init(_ error: ServerError, _ response: HTTPResponse, to client: ClientCredentials) {
        self = Self.advice(code: error.code, response, client) ?? Self.advice(response, client)
    }

    /// By the codes of RFC 6749 section 5.2, and those that others add.
    private static func advice(
        code: String?, _ response: HTTPResponse, _ client: ClientCredentials
    ) -> RefusalAdvice? {
        let audience = "audience asked for: \(client.audience ?? "none")"
        switch code {
        case "invalid_client": return invalidClient(client, response)
        case "invalid_scope": return scope(client)
        case "unauthorized_client":
            return RefusalAdvice(
                .clientID, "this client", ["the server does not let the client use the grant \(client.grantType)"])
        case "unsupported_grant_type":
            return RefusalAdvice(
                .tokenURL, "this token endpoint",
                ["the grant \(client.grantType) was asked for; for another one: params: {grant_type: NAME}"])
        case "invalid_grant":
            return RefusalAdvice(
                .source, "this token source",
                ["for the grant \(client.grantType) something in params is wrong, has expired, or was used before"])
        case "invalid_target":
            let resources = client.resources.isEmpty ? "none" : client.resources.joined(separator: " ")
            return RefusalAdvice(.source, "this token source", [audience, "resource asked for: \(resources)"])
        case "invalid_request":
            return RefusalAdvice(
                .source, "this token source",
                ["the server misses a field, or got one too many; some want an audience, a resource or a scope"])
        case "temporarily_unavailable", "server_error":
            return RefusalAdvice(.tokenURL, "this token endpoint", ["the server has a problem that may pass"])
        case "access_denied":
            return RefusalAdvice(.clientID, "this client", ["the client may not have this token", audience])
        default: return nil
        }
    }

    private static func scope(_ client: ClientCredentials) -> RefusalAdvice {
        let hints =
            client.scope.isEmpty
            ? ["no scope was asked for; the server may want one: scope: NAME"]
            : [
                "scopes asked for: \(client.scope.joined(separator: " "))",
                "one of them does not exist, or is not granted to this client",
            ]
        return RefusalAdvice(.source, "this token source", hints)
    }

    private static func advice(_ response: HTTPResponse, _ client: ClientCredentials) -> RefusalAdvice {
        let endpoint = "this token endpoint"
        switch response.status {
        case 401 where response.headers.all("WWW-Authenticate").contains { $0.lowercased().hasPrefix("bearer") }:
            return RefusalAdvice(
                .tokenURL, "the URL is probably wrong",
                ["the server asks for a token there: that is an API, not the token endpoint"])
        case 401: return invalidClient(client, response)
        case 403:
            return RefusalAdvice(
                .clientID, "this client",
                ["some servers say no more for a wrong secret; or something in between does not let the request pass"])
        case 404, 410: return RefusalAdvice(.tokenURL, "the URL is probably wrong", ["nothing is at this path"])
        case 405:
            return RefusalAdvice(
                .tokenURL, "the URL is probably wrong", ["a token endpoint takes POST; this one does not"])
        case 406, 415:
            return RefusalAdvice(
                .tokenURL, "the URL is probably wrong",
                ["a token endpoint takes a form and gives JSON (RFC 6749); this one does not"])
        case 429: return RefusalAdvice(.tokenURL, endpoint, ["too many token requests, also after waiting"])
        case 500...:
            return RefusalAdvice(.tokenURL, endpoint, ["the server has a problem; every attempt was answered so"])
        default: return RefusalAdvice(.tokenURL, endpoint, ["is this the token endpoint?"])
        }
    }
}
