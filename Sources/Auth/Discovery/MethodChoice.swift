import JWT
import Diagnostics
import JobFile

/// Chooses the client authentication among those that a server takes.
enum MethodChoice {
    /// The first of the server's methods that the job has keys for; nil when none fits.
    static func method(for oauth: OAuthSource, among methods: [String]) -> ClientAuthenticationMethod? {
        if let method = oauth.client.method { return method.value }
        if oauth.client.id == nil { return ClientAuthenticationMethod.none }
        let known = methods.compactMap(Self.method)
        let possible = known.filter { hasKeys(for: $0, oauth) }
        // A secret is rarely a key as well: that a server knows the method does not mean that it expects it of this
        // client. The job says so with an algorithm.
        let isMeant = oauth.client.signing?.algorithm?.isSymmetric == true
        if isMeant, possible.contains(.clientSecretJWT) { return .clientSecretJWT }
        return possible.first { $0 != .clientSecretJWT } ?? possible.first
    }

    /// The methods that the job has keys for.
    static func possible(_ oauth: OAuthSource) -> [ClientAuthenticationMethod] {
        ClientAuthenticationMethod.allCases.filter { hasKeys(for: $0, oauth) }
    }

    /// The method of a name in metadata; nil for one that is not known here.
    static func method(_ name: String) -> ClientAuthenticationMethod? {
        // RFC 8705, 2.2: it is done in the same way, only the server checks the certificate differently.
        name == "self_signed_tls_client_auth" ? .tlsClientAuth : ClientAuthenticationMethod(rawValue: name)
    }

    private static func hasKeys(for method: ClientAuthenticationMethod, _ oauth: OAuthSource) -> Bool {
        let client = oauth.client
        let hasKey = client.signing?.key != nil || client.assertion.file != nil
        let hasCertificate = oauth.transport.tls.certificate != nil
        return switch method {
        case .clientSecretPost, .clientSecretBasic, .clientSecretJWT: client.secret != nil
        case .privateKeyJWT: hasKey
        case .tlsClientAuth: hasCertificate
        case .none: client.secret == nil && !hasKey && !hasCertificate
        }
    }
}
