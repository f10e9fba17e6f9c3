internal import Diagnostics

/// How the client of a source proves who it is, as far as the job tells.
struct ClientFacts {
    private let section: CheckedSection

    init(_ section: CheckedSection) {
        self.section = section
    }

    /// Whether the job signs the grant itself, so that the private key is for that.
    var signsGrant: Bool { section.name == JWTBearerKeys.section.name }

    /// Whether the client is named in the token request at all.
    var isNamed: Bool {
        guard section.has(ClientKeys.id) else { return false }
        return !signsGrant || section.has(ClientKeys.method) || section.has(ClientKeys.secret)
            || section.has(ClientKeys.assertionFile)
    }

    /// The method; nil for the first of the server's that the source has keys for.
    var method: ClientAuthenticationMethod? {
        if let stated = section[ClientKeys.method]?.value { return stated }
        guard isNamed else { return ClientAuthenticationMethod.none }
        if section.has(ClientKeys.assertionFile) { return .privateKeyJWT }
        if section.has(SigningKeys.privateKey), !section.has(ClientKeys.secret), !signsGrant { return .privateKeyJWT }
        return section.has(OAuthKeys.issuer) ? nil : .clientSecretPost
    }

    /// Whether the method cannot do without a secret.
    var needsSecret: Bool {
        switch method {
        case .clientSecretPost, .clientSecretBasic, .clientSecretJWT: true
        case .privateKeyJWT, .tlsClientAuth, .some(.none), nil: false
        }
    }

    /// Whether the method cannot do without a private key.
    var needsKey: Bool { method == .privateKeyJWT && !section.has(ClientKeys.assertionFile) }

    /// Whether the client may be asked to sign with the private key.
    var usesKey: Bool {
        needsKey || (method == nil && section.has(SigningKeys.privateKey) && !signsGrant)
    }

    /// Whether the client may be asked to sign an assertion, with whatever key.
    var signsAssertion: Bool {
        usesKey || method == .clientSecretJWT || (method == nil && section.has(ClientKeys.secret))
    }
}
