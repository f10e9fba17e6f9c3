internal import Diagnostics
internal import Secrets

/// Makes the configuration of a token source.
struct TokenSourceLowering {
    let section: CheckedSection
    /// The origins of the calls that use the source.
    let origins: [String]
    let allowHTTP: Bool

    func source(with loader: inout Loader) -> TokenSourceConfiguration? {
        // Read for its place in the language; the section was chosen by it.
        _ = section[TokenSourceKeys.type]
        let hosts = section[TokenSourceKeys.hosts]?.compactMap { loader.located($0) }
        guard let kind = kind(with: &loader) else { return nil }
        return TokenSourceConfiguration(
            name: SharedDeclarations.name(of: section), span: section.span, kind: kind, hosts: hosts,
            allowedOrigins: origins)
    }

    private func kind(with loader: inout Loader) -> TokenSourceConfiguration.Kind? {
        switch section.name {
        case BearerKeys.section.name:
            guard let token = secret(section[BearerKeys.token], with: &loader) else { return nil }
            return .bearer(token.value, placement: placement)
        case BasicKeys.section.name:
            let username = loader.value(section[BasicKeys.username])
            let password = secret(section[BasicKeys.password], orEmpty: true, with: &loader)
            guard let username, let password else { return nil }
            return .basic(username: username, password: password.value)
        case APIKeyKeys.section.name:
            guard let value = secret(section[APIKeyKeys.value], with: &loader) else { return nil }
            if let header = section[APIKeyKeys.header] {
                return .apiKey(APIKey(placement: .header(header.value), value: value.value))
            }
            return section[APIKeyKeys.query].map {
                .apiKey(APIKey(placement: .query($0.value), value: value.value))
            }
        default:
            return clientCredentials(with: &loader).map { .clientCredentials($0) }
        }
    }

    private func clientCredentials(with loader: inout Loader) -> ClientCredentials? {
        typealias Keys = ClientCredentialsKeys
        let tokenURL = loader.located(section[Keys.tokenURL])
        let clientID = loader.located(section[Keys.clientID])
        let clientSecret = secret(section[Keys.clientSecret], with: &loader)
        checkPlainHTTP(tokenURL, with: &loader)
        let method = section[Keys.clientAuth] ?? Located(.clientSecretPost, at: section.span)
        guard let tokenURL, let clientID, clientSecret != nil || method.value == .none else { return nil }
        return ClientCredentials(
            tokenURL: tokenURL,
            clientID: clientID,
            clientSecret: clientSecret,
            clientAuthentication: method,
            scope: loader.words(section[Keys.scope] ?? []),
            audience: loader.value(section[Keys.audience]),
            resources: loader.texts(section[Keys.resource] ?? []),
            parameters: loader.parameters(section[Keys.params] ?? []),
            headers: loader.parameters(section[Keys.headers] ?? []),
            basicEncoding: section[Keys.basicEncoding]?.value ?? .form,
            placement: placement,
            answer: TokenAnswerPaths(
                token: section[Keys.token]?.value, expiresIn: section[Keys.expiresIn]?.value,
                expiresAt: section[Keys.expiresAt]?.value),
            lifetime: loader.value(section[Keys.lifetime]),
            refreshMargin: loader.value(section[Keys.refreshMargin]),
            refreshOn: section[Keys.refreshOn].map { $0.flatMap { Array($0.value) } } ?? [401],
            requireScope: loader.words(section[Keys.requireScope] ?? []),
            transport: SettingsLowering.transport(LayeredSection(own: section, base: nil), with: &loader),
            allowHTTP: allowHTTP)
    }

    private var placement: TokenPlacement {
        TokenPlacement(
            header: section[TokenPlacementKeys.header]?.value ?? TokenPlacement().header,
            scheme: section[TokenPlacementKeys.scheme]?.value)
    }

    private func secret(
        _ template: LocatedTemplate?, orEmpty: Bool = false, with loader: inout Loader
    ) -> Located<Secret>? {
        guard let template, let text = loader.text(template) else { return nil }
        guard orEmpty || !text.text.isEmpty else {
            loader.error(.secretMissing, "the secret is empty", at: template.span, label: "it must not be")
            return nil
        }
        return Located(Secret(text.text), at: template.span)
    }

    private func checkPlainHTTP(_ url: Located<String>?, with loader: inout Loader) {
        guard !allowHTTP, let url, let address = try? WebAddress(url.value), address.scheme == "http",
            !address.isLoopback
        else { return }
        loader.error(
            .plainHTTP, "the client's secret would go over plain http", at: url.span,
            label: "use https, or say options: {allow_http: true}")
    }
}
