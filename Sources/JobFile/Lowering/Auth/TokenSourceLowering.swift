internal import Diagnostics
internal import Secrets

/// Makes the configuration of a token source.
struct TokenSourceLowering {
    let section: CheckedSection
    /// The job file, from whose folder the paths of files start.
    let file: SourceFile
    /// The origins of the calls that use the source.
    let origins: [String]
    /// The call of a source of type `request`.
    let call: Call?
    let allowHTTP: Bool

    func source(with loader: inout Loader) -> TokenSourceConfiguration? {
        // Read for their place in the language; the section was chosen by them.
        _ = (section[TokenSourceKeys.type], section[TokenSourceKeys.preset])
        let hosts = hosts(with: &loader)
        guard let kind = kind(with: &loader) else { return nil }
        let keyTexts = [section[SigningKeys.privateKey], section[OAuthKeys.dpopKey]].compactMap { template in
            secret(template, with: &loader)?.value
        }
        return TokenSourceConfiguration(
            name: SharedDeclarations.name(of: section), span: section.span, kind: kind, hosts: hosts.written,
            hostMembers: hosts.members, allowedOrigins: origins, keyTexts: keyTexts)
    }

    private func kind(with loader: inout Loader) -> TokenSourceConfiguration.Kind? {
        switch section.name {
        case BearerKeys.section.name:
            secret(section[BearerKeys.token], with: &loader).map { .bearer($0.value, placement: placement) }
        case BasicKeys.section.name: basic(with: &loader)
        case APIKeyKeys.section.name: apiKey(with: &loader).map { .apiKey($0) }
        case AWSSigV4Keys.section.name: aws(with: &loader).map { .awsSigV4($0) }
        case ExecKeys.section.name: exec(with: &loader).map { .exec($0) }
        case JWTKeys.section.name: jwt(with: &loader).map { .jwt($0) }
        case RequestSourceKeys.section.name: request(with: &loader).map { .request($0) }
        default: oauth(with: &loader).map { .oauth($0) }
        }
    }

    private func hosts(with loader: inout Loader) -> (written: [Located<String>]?, members: [AuthMember]) {
        guard let entries = section[TokenSourceKeys.hosts] else { return (nil, []) }
        var written: [Located<String>] = []
        var members: [AuthMember] = []
        for entry in entries {
            switch entry {
            case .host(let host): if let host = loader.located(host) { written.append(host) }
            case .member(let member): members.append(member)
            }
        }
        return (written, members)
    }

    private func basic(with loader: inout Loader) -> TokenSourceConfiguration.Kind? {
        let username = loader.value(section[BasicKeys.username])
        let password = secret(section[BasicKeys.password], orEmpty: true, with: &loader)
        guard let username, let password else { return nil }
        return .basic(username: username, password: password.value)
    }

    private func apiKey(with loader: inout Loader) -> APIKey? {
        guard let value = secret(section[APIKeyKeys.value], with: &loader)?.value else { return nil }
        if let header = section[APIKeyKeys.header] { return APIKey(placement: .header(header.value), value: value) }
        return section[APIKeyKeys.query].map { APIKey(placement: .query($0.value), value: value) }
    }
}

/// What several kinds of sources have in common.
extension TokenSourceLowering {
    var placement: TokenPlacement {
        TokenPlacement(
            header: section[TokenPlacementKeys.header]?.value ?? TokenPlacement().header,
            scheme: section[TokenPlacementKeys.scheme]?.value)
    }

    /// A secret that is not empty; nil after a diagnostic, or when there is none.
    func secret(
        _ template: LocatedTemplate?, orEmpty: Bool = false, with loader: inout Loader
    ) -> Located<Secret>? {
        guard let template, let text = loader.text(template) else { return nil }
        guard orEmpty || !text.text.isEmpty else {
            loader.error(.secretMissing, "the secret is empty", at: template.span, label: "it must not be")
            return nil
        }
        return Located(Secret(text.text), at: template.span)
    }

    /// The path of a file of the job's own, which starts from its folder.
    func path(_ key: Key<Loaded<String>>, with loader: inout Loader) -> Located<String>? {
        loader.located(section[key]).map { Located(file.resolve($0.value), at: $0.span) }
    }
}
