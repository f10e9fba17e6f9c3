internal import Diagnostics

extension TokenSourceLowering {
    /// The client; nil after a diagnostic.
    func client(with loader: inout Loader) -> OAuthClient? {
        let facts = ClientFacts(section)
        guard facts.isNamed else {
            return OAuthClient(id: nil, method: Located(.none, at: section.span))
        }
        let id = loader.located(section[ClientKeys.id])
        let secret = secret(section[ClientKeys.secret], with: &loader)
        let signing = clientSigning(facts, with: &loader)
        let assertion = assertion(with: &loader)
        guard let id, let assertion else { return nil }
        if facts.needsSecret, secret == nil { return nil }
        if facts.needsKey, signing == nil { return nil }
        let method = facts.method.map { Located($0, at: section[ClientKeys.method]?.span ?? section.span) }
        return OAuthClient(
            id: id, secret: secret, method: method,
            basicEncoding: section[ClientKeys.basicEncoding]?.value ?? .form, signing: signing,
            assertion: assertion)
    }

    private func clientSigning(_ facts: ClientFacts, with loader: inout Loader) -> SigningSettings? {
        switch facts.method {
        case .privateKeyJWT, nil: facts.usesKey ? signing(with: &loader) : nil
        // With the grant of its own JWT the algorithm is that of the JWT.
        case .clientSecretJWT where facts.signsGrant: SigningSettings(key: nil)
        case .clientSecretJWT:
            SigningSettings(
                key: nil, algorithm: section[SigningKeys.algorithm]?.value,
                keyID: loader.value(section[SigningKeys.keyID]))
        case .clientSecretPost, .clientSecretBasic, .tlsClientAuth, .some(.none): nil
        }
    }

    /// What goes into the client's assertion; nil after a diagnostic.
    private func assertion(with loader: inout Loader) -> AssertionSettings? {
        var settings = AssertionSettings(file: path(ClientKeys.assertionFile, with: &loader))
        if section.has(ClientKeys.assertionFile), settings.file == nil { return nil }
        if let lifetime = loader.value(section[ClientKeys.assertionLifetime]) { settings.lifetime = lifetime }
        if let audience = loader.value(section[ClientKeys.assertionAudience]) {
            settings.audience =
                switch AssertionAudienceWord(rawValue: audience) {
                case .issuer: .issuer
                case .tokenURL: .tokenURL
                case nil: .text(audience)
                }
        }
        return settings
    }
}

/// The words of `assertion_audience` that stand for something else.
enum AssertionAudienceWord: String {
    case issuer
    case tokenURL = "token_url"
}
