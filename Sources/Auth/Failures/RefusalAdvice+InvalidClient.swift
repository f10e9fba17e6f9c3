import Diagnostics
import HTTP
import JobFile
import Secrets

extension RefusalAdvice {
    /// A server that does not know the client by what it was sent: which credential that was, and the other ways.
    static func invalidClient(
        _ error: ServerError, _ response: HTTPResponse, _ sent: SentRequest
    ) -> RefusalAdvice {
        let client = sent.oauth.client
        let label = "sent as \(sent.server.method.rawValue)"
        switch sent.server.method {
        case .privateKeyJWT, .clientSecretJWT:
            let isSecret = sent.server.method == .clientSecretJWT
            return RefusalAdvice(
                isSecret ? .clientSecret : .key, label,
                AssertionAdvice.hints(error, sent, sent.signed.client)
                    + (isSecret ? secretProblems(client) : []) + offered(sent))
        case .tlsClientAuth:
            return RefusalAdvice(
                .clientID, label,
                [
                    sent.oauth.transport.tls.certificate == nil
                        ? "no certificate was shown: tls: {cert: FILE, key: FILE}"
                        : "is the certificate of tls: {cert: …} the one that is registered for this client?",
                    "the server, or a proxy before it, must ask for a client's certificate at this very URL",
                ] + offered(sent))
        case .none: return withoutSecret(sent)
        case .clientSecretPost, .clientSecretBasic:
            guard let secret = client.secret?.value.reveal() else { return withoutSecret(sent) }
            return RefusalAdvice(
                .clientSecret, label, secretProblems(client) + others(client, secret, response, sent) + offered(sent))
        }
    }

    private static func withoutSecret(_ sent: SentRequest) -> RefusalAdvice {
        RefusalAdvice(
            .clientID, "sent without a secret",
            [
                MethodAdvice.listed(sent, insteadOf: .clientSecretPost)
                    ?? "if the client has a secret: client_secret: …, client_auth: client_secret_post"
            ] + offered(sent))
    }

    private static func secretProblems(_ client: OAuthClient) -> [String] {
        guard let secret = client.secret?.value.reveal() else { return [] }
        if secret.isEmpty { return ["the secret is empty"] }
        return secret.first?.isWhitespace == true || secret.last?.isWhitespace == true
            ? ["the secret begins or ends with a blank or a line break: is that part of it?"] : []
    }

    private static func others(
        _ client: OAuthClient, _ secret: String, _ response: HTTPResponse, _ sent: SentRequest
    ) -> [String] {
        if sent.server.method == .clientSecretPost {
            if wantsBasic(response) {
                return ["the server asks for HTTP Basic (WWW-Authenticate): try client_auth: client_secret_basic"]
            }
            return [
                MethodAdvice.listed(sent, insteadOf: .clientSecretBasic)
                    ?? "if id and secret are right, try client_auth: client_secret_basic"
            ]
        }
        var hints: [String] = []
        if isChangedByEncoding(client.id?.value ?? "") || isChangedByEncoding(secret) {
            let other: OAuthClient.BasicEncoding = client.basicEncoding == .form ? .raw : .form
            hints.append(
                "the id or the secret has characters that form-encoding changes, and servers differ there: "
                    + "try basic_encoding: \(other.rawValue)")
        }
        return hints + [
            MethodAdvice.listed(sent, insteadOf: .clientSecretPost)
                ?? "if id and secret are right, try client_auth: client_secret_post"
        ]
    }

    /// What the server takes, where that is known and does not hold what was tried.
    private static func offered(_ sent: SentRequest) -> [String] {
        guard let methods = sent.server.metadata?.methods else { return [] }
        return ["the server's metadata lists: \(methods.joined(separator: ", "))"]
    }

    private static func wantsBasic(_ response: HTTPResponse) -> Bool {
        response.headers.all("WWW-Authenticate").contains { $0.lowercased().hasPrefix("basic") }
    }

    private static func isChangedByEncoding(_ text: String) -> Bool {
        PercentEncoding.encodeForForm(text) != text
    }
}
