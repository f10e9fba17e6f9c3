internal import Diagnostics

extension TokenSourceLowering {
    /// A source whose token comes from a token endpoint.
    func oauth(with loader: inout Loader) -> OAuthSource? {
        typealias Keys = OAuthKeys
        let endpoint = endpoint(with: &loader)
        let client = client(with: &loader)
        let grant = grant(with: &loader)
        let dpop = dpop(with: &loader)
        let handling = handling(with: &loader)
        let isDPoPWrong = dpop == nil && section[Keys.dpop]?.value == true
        guard let endpoint, let client, let grant, !isDPoPWrong else { return nil }
        return OAuthSource(
            grant: grant,
            endpoint: endpoint,
            client: client,
            scope: loader.words(section[Keys.scope] ?? []),
            audiences: loader.texts(section[Keys.audience] ?? []),
            resources: loader.texts(section[Keys.resource] ?? []),
            parameters: loader.parameters(section[Keys.params] ?? []),
            headers: loader.parameters(section[Keys.headers] ?? []),
            handling: handling,
            dpop: dpop,
            transport: SettingsLowering.transport(LayeredSection(own: section, base: nil), with: &loader),
            allowHTTP: allowHTTP)
    }

    private func endpoint(with loader: inout Loader) -> TokenEndpointPlace? {
        let url = loader.located(section[OAuthKeys.tokenURL])
        let issuer = loader.located(section[OAuthKeys.issuer])
        checkPlainHTTP(url ?? issuer, .clientSecret, with: &loader)
        return url.map { .url($0) } ?? issuer.map { .issuer($0) }
    }

    /// What becomes of a token, by those of the keys that the kind of source has.
    func handling(with loader: inout Loader) -> TokenHandling {
        let revocationURL = loader.located(section[OAuthKeys.revocationURL])
        checkPlainHTTP(revocationURL, .token, with: &loader)
        return TokenHandling(
            placement: placement,
            answer: TokenAnswerPaths(
                token: section[TokenAnswerKeys.token]?.value, expiresIn: section[TokenAnswerKeys.expiresIn]?.value,
                expiresAt: section[TokenAnswerKeys.expiresAt]?.value),
            lifetime: loader.value(section[TokenLifeKeys.lifetime]),
            refreshMargin: loader.value(section[TokenLifeKeys.refreshMargin]),
            refreshOn: section[TokenLifeKeys.refreshOn].map { $0.flatMap { Array($0.value) } } ?? [401],
            requireScope: loader.words(section[OAuthKeys.requireScope] ?? []),
            cache: section[OAuthKeys.cache]?.value ?? .memory,
            revokes: section[OAuthKeys.revoke]?.value ?? false,
            revocationURL: revocationURL?.value)
    }

    private func dpop(with loader: inout Loader) -> DPoPSettings? {
        guard section[OAuthKeys.dpop]?.value == true else { return nil }
        guard let template = section[OAuthKeys.dpopKey] else { return DPoPSettings() }
        return privateKey(template, with: &loader).map { DPoPSettings(key: $0) }
    }

    private func checkPlainHTTP(_ url: Located<String>?, _ cargo: PlainHTTP, with loader: inout Loader) {
        guard !allowHTTP, !section.has(SettingKeys.unixSocket), let url, let address = try? WebAddress(url.value),
            address.isExposed
        else { return }
        loader.error(.plainHTTP, cargo.title, at: url.span, label: PlainHTTP.advice)
    }
}
