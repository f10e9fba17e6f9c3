import Diagnostics
import HTTP
import JSON
import JWT
import JobFile

/// The client certificate that a source's tokens are bound to, RFC 8705 section 3.
struct ClientCertificate: Sendable {
    private let certificate: String
    private let key: String?
    /// Whether all tokens of the source are bound to it, also those that do not say so.
    private let bindsAll: Bool

    /// Nil for a source without a certificate.
    init?(_ configuration: TokenSourceConfiguration) {
        guard case .oauth(let oauth) = configuration.kind, let certificate = oauth.transport.tls.certificate else {
            return nil
        }
        self.certificate = certificate
        key = oauth.transport.tls.key
        let client = oauth.client
        let hasOtherProof = client.secret != nil || client.signing != nil || client.assertion.file != nil
        bindsAll = client.method.map { $0.value == .tlsClientAuth } ?? !hasOtherProof
    }

    /// Has a request show the certificate, unless its call has one of its own.
    func add(to request: inout HTTPRequest, with token: Token) {
        guard request.options.tls.certificate == nil, bindsAll || Self.isBound(token) else { return }
        request.options.tls.certificate = certificate
        request.options.tls.key = key
    }

    private static func isBound(_ token: Token) -> Bool {
        JWTClaims.decode(token.value)?.claims["cnf"]?["x5t#S256"] != nil
    }
}
