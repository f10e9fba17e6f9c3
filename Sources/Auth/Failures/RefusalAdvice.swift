import Diagnostics
import HTTP
import JobFile

/// What a refusal of a token endpoint is about, and what to try.
struct RefusalAdvice: Sendable, Hashable {
    /// What in the job file something is about.
    enum Place: Sendable, Hashable {
        case tokenURL, clientID, clientSecret, key, source
    }

    let place: Place
    let label: String
    var hints: [String]

    init(_ place: Place, _ label: String, _ hints: [String]) {
        self.place = place
        self.label = label
        self.hints = hints
    }

    /// The advice for what a server says, and where it says nothing that is known, for the status.
    init(_ error: ServerError, _ response: HTTPResponse, to sent: SentRequest) {
        let known = Self.advice(error, response, sent) ?? Self.advice(error, status: response, sent)
        self = known
        // What a provider's own code means says more than the standard's.
        hints = EntraCodes.hints(for: error) + known.hints + ClockAdvice.hints(for: error, sent)
    }

    /// By the codes of RFC 6749 section 5.2, and those that others add.
    private static func advice(
        _ error: ServerError, _ response: HTTPResponse, _ sent: SentRequest
    ) -> RefusalAdvice? {
        let oauth = sent.oauth
        let audience =
            "audience asked for: \(oauth.audiences.isEmpty ? "none" : oauth.audiences.joined(separator: " "))"
        // Keycloak and Auth0 use these for a wrong secret too: the status tells it from a client that may not have it.
        if response.status == 401, ["unauthorized_client", "access_denied"].contains(error.code) {
            var advice = invalidClient(error, response, sent)
            if error.code == "access_denied" { advice.hints.append(audience) }
            return advice
        }
        switch error.code {
        case "invalid_client": return invalidClient(error, response, sent)
        // Salesforce's word for a client that it does not know.
        case "invalid_client_id": return RefusalAdvice(.clientID, "the server does not know it", [])
        case "invalid_scope", "scope_invalid": return scope(oauth)
        case "unauthorized_client":
            return RefusalAdvice(
                .clientID, "this client",
                ["the server does not let the client use the grant \(oauth.grantType)"] + grants(sent))
        case "unsupported_grant_type":
            return RefusalAdvice(
                .tokenURL, "this token endpoint",
                ["the grant \(oauth.grantType) was asked for; for another one: params: {grant_type: NAME}"]
                    + grants(sent))
        case "invalid_grant": return invalidGrant(error, sent)
        case "consent_required", "interaction_required": return consent(sent)
        case "invalid_dpop_proof", NonceDemand.code: return proof(error, sent)
        case "invalid_target":
            let resources = oauth.resources.isEmpty ? "none" : oauth.resources.joined(separator: " ")
            return RefusalAdvice(.source, "this token source", [audience, "resource asked for: \(resources)"])
        case "invalid_request":
            return RefusalAdvice(
                .source, "this token source",
                AssertionAdvice.hints(error, sent, sent.signed.client ?? sent.signed.grant)
                    + ["the server misses a field, or got one too many; some want an audience, a resource or a scope"])
        case "temporarily_unavailable", "server_error":
            return RefusalAdvice(.tokenURL, "this token endpoint", ["the server has a problem that may pass"])
        case "access_denied":
            return RefusalAdvice(.clientID, "this client", ["the client may not have this token", audience])
        default: return nil
        }
    }

    private static func scope(_ oauth: OAuthSource) -> RefusalAdvice {
        let hints =
            oauth.scope.isEmpty
            ? ["no scope was asked for; the server may want one: scope: NAME"]
            : [
                "scopes asked for: \(oauth.scope.joined(separator: " "))",
                "one of them does not exist, or is not granted to this client",
            ]
        return RefusalAdvice(.source, "this token source", hints)
    }

    /// A grant that the metadata does not list; that alone is never a reason not to try, as some servers forget theirs.
    private static func grants(_ sent: SentRequest) -> [String] {
        guard let grants = sent.server.metadata?.grants, !grants.contains(sent.oauth.grantType) else { return [] }
        return ["the server's metadata lists other grants: \(grants.joined(separator: ", "))"]
    }
}
