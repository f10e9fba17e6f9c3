import Diagnostics
import JobFile

/// What is known of an authorization server, from the job and from the server's metadata.
struct TokenServer: Sendable {
    /// Where tokens are asked for.
    let tokenURL: String
    /// The token endpoint by the name that assertions know it by, which is no alias for client certificates.
    let audience: String
    /// The server's issuer; nil when the job names a token endpoint.
    let issuer: String?
    /// Where tokens are revoked; nil when nobody says.
    let revocationURL: String?
    /// How the client proves who it is.
    let method: ClientAuthenticationMethod
    /// What the server says about itself; nil when the job names a token endpoint.
    let metadata: ServerMetadata?
}

extension TokenServer {
    /// The server of a job that names the token endpoint.
    init(_ oauth: OAuthSource, tokenURL: String) {
        self.init(
            tokenURL: tokenURL, audience: tokenURL, issuer: nil, revocationURL: oauth.handling.revocationURL,
            method: oauth.client.methodWithoutMetadata, metadata: nil)
    }

    /// The server that metadata describes.
    init(_ oauth: OAuthSource, _ metadata: ServerMetadata, issuer: String, method: ClientAuthenticationMethod) {
        // RFC 8705, 5: the aliases are for connections with a client's certificate, whether it proves who the client is
        // or is what the tokens are bound to.
        let isShown = method == .tlsClientAuth || oauth.transport.tls.certificate != nil
        let aliases = isShown ? metadata.aliases : ServerMetadata.Endpoints()
        self.init(
            tokenURL: aliases.token ?? metadata.tokenEndpoint, audience: metadata.tokenEndpoint, issuer: issuer,
            revocationURL: oauth.handling.revocationURL ?? aliases.revocation ?? metadata.endpoints.revocation,
            method: method, metadata: metadata)
    }

    /// Whom an assertion is for.
    func audience(_ wanted: AssertionSettings.Audience?, orElse standard: String) -> String {
        switch wanted {
        case .issuer: issuer ?? audience
        case .tokenURL: audience
        case .text(let text): text
        case nil: standard
        }
    }
}

extension OAuthClient {
    /// The method where there is no metadata to choose by.
    var methodWithoutMetadata: ClientAuthenticationMethod {
        if let method { return method.value }
        if id == nil { return .none }
        if secret == nil, signing?.key != nil || assertion.file != nil { return .privateKeyJWT }
        return secret == nil ? .none : .clientSecretPost
    }
}
