import Diagnostics
import HTTP
import JobFile
import Secrets

extension RefusalAdvice {
    /// A server that does not know the client by what it was sent: which credential that was, and the other ways.
    static func invalidClient(_ client: ClientCredentials, _ response: HTTPResponse) -> RefusalAdvice {
        let method = client.clientAuthentication.value
        guard let secret = client.clientSecret?.value.reveal(), method != .none else {
            return RefusalAdvice(
                .clientID, "sent without a secret",
                ["if the client has a secret: client_secret: …, client_auth: client_secret_post"])
        }
        var hints: [String] = []
        if secret.isEmpty { hints.append("the secret is empty") }
        if secret.first?.isWhitespace == true || secret.last?.isWhitespace == true {
            hints.append("the secret begins or ends with a blank or a line break: is that part of it?")
        }
        switch method {
        case .clientSecretPost:
            hints.append(
                Self.wantsBasic(response)
                    ? "the server asks for HTTP Basic (WWW-Authenticate): try client_auth: client_secret_basic"
                    : "if id and secret are right, try client_auth: client_secret_basic")
        case .clientSecretBasic:
            if Self.isChangedByEncoding(client.clientID.value) || Self.isChangedByEncoding(secret) {
                let other: ClientCredentials.BasicEncoding = client.basicEncoding == .form ? .raw : .form
                hints.append(
                    "the id or the secret has characters that form-encoding changes, and servers differ there: "
                        + "try basic_encoding: \(other.rawValue)")
            }
            hints.append("if id and secret are right, try client_auth: client_secret_post")
        case .none: break
        }
        return RefusalAdvice(.clientSecret, "sent as \(method.rawValue)", hints)
    }

    private static func wantsBasic(_ response: HTTPResponse) -> Bool {
        response.headers.all("WWW-Authenticate").contains { $0.lowercased().hasPrefix("basic") }
    }

    private static func isChangedByEncoding(_ text: String) -> Bool {
        PercentEncoding.encodeForForm(text) != text
    }
}
