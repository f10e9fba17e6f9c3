internal import Diagnostics
internal import JSON

extension TokenSourceLowering {
    /// What is handed in for a token; nil after a diagnostic.
    func grant(with loader: inout Loader) -> OAuthGrant? {
        switch section.name {
        case PasswordKeys.section.name: return password(with: &loader)
        case RefreshTokenKeys.section.name: return refreshToken(with: &loader).map { .refreshToken($0) }
        case JWTBearerKeys.section.name: return bearerClaims(with: &loader).map { .jwtBearer($0) }
        case TokenExchangeKeys.section.name:
            guard let subject = exchanged(.subject, with: &loader) else { return nil }
            let actor = exchanged(.actor, with: &loader)
            if actor == nil, ExchangedToken.actor.isPresent(in: section) { return nil }
            return .tokenExchange(
                TokenExchange(
                    subject: subject, actor: actor,
                    requestedType: loader.value(section[TokenExchangeKeys.requestedTokenType])))
        default: return .clientCredentials
        }
    }

    private func password(with loader: inout Loader) -> OAuthGrant? {
        let username = loader.value(section[BasicKeys.username])
        let password = secret(section[BasicKeys.password], orEmpty: true, with: &loader)
        guard let username, let password else { return nil }
        return .password(username: username, password: password)
    }

    private func refreshToken(with loader: inout Loader) -> RefreshTokenPlace? {
        if let path = path(RefreshTokenKeys.refreshTokenFile, with: &loader) { return .file(path) }
        return secret(section[RefreshTokenKeys.refreshToken], with: &loader).map { .value($0) }
    }

    private func exchanged(_ token: ExchangedToken, with loader: inout Loader) -> TokenExchange.Input? {
        guard let origin = origin(of: token, with: &loader) else { return nil }
        return TokenExchange.Input(
            origin: origin, type: loader.value(section[token.type]) ?? TokenExchangeKeys.standardType)
    }

    private func origin(of token: ExchangedToken, with loader: inout Loader) -> TokenExchange.Input.Origin? {
        if let source = section[token.source] { return .source(source) }
        if let path = path(token.file, with: &loader) { return .file(path) }
        return secret(section[token.value], with: &loader).map { .value($0.value) }
    }
}

/// The keys of one of the tokens of a token exchange.
struct ExchangedToken {
    let value: Key<LocatedTemplate>
    let file: Key<Loaded<String>>
    let source: Key<Located<String>>
    let type: Key<Loaded<String>>

    /// On whose behalf.
    static let subject = ExchangedToken(
        value: TokenExchangeKeys.subjectToken, file: TokenExchangeKeys.subjectTokenFile,
        source: TokenExchangeKeys.subjectTokenSource, type: TokenExchangeKeys.subjectTokenType)
    /// Who acts.
    static let actor = ExchangedToken(
        value: TokenExchangeKeys.actorToken, file: TokenExchangeKeys.actorTokenFile,
        source: TokenExchangeKeys.actorTokenSource, type: TokenExchangeKeys.actorTokenType)

    /// Whether a source says where the token comes from.
    func isPresent(in section: CheckedSection) -> Bool {
        section.has(value) || section.has(file) || section.has(source)
    }
}
