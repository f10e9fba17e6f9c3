internal import Diagnostics
internal import JWT

/// Checks what the keys of one token source mean together.
struct TokenSourceChecks {
    let source: CheckedSection

    var facts: ClientFacts { ClientFacts(source) }

    func check(_ diagnostics: inout DiagnosticList) {
        checkClaims(&diagnostics)
        guard OAuthKeys.sections.contains(source.name) else {
            if source.name == JWTKeys.section.name { checkKeyAlgorithm(&diagnostics) }
            return
        }
        checkClient(&diagnostics)
        checkSigning(&diagnostics)
        checkFields(&diagnostics)
        checkHandling(&diagnostics)
        checkExchange(&diagnostics)
        if source.name == PasswordKeys.section.name {
            diagnostics.warning(
                .doubtfulGrant, "the password grant hands a person's password to the job",
                at: source.has(TokenSourceKeys.type) ? source.valueSpan(of: TokenSourceKeys.type) : source.span,
                label: "OAuth 2.1 drops it: use client_credentials or jwt_bearer where the service has them")
        }
    }

    /// Says that a key does nothing here.
    func hasNoEffect(
        _ key: some LanguageKey, _ label: String, code: DiagnosticCode = .keyWithoutOther,
        _ diagnostics: inout DiagnosticList
    ) {
        guard source.has(key) else { return }
        diagnostics.error(code, "\(key.name) has no effect here", at: source.span(of: key), label: label)
    }

    // MARK: Fields and claims

    /// Fields of a token request that have keys of their own.
    private static let reservedFields: Set = [
        "client_id", "client_secret", "client_assertion", "client_assertion_type", "scope", "audience", "resource",
    ]
    /// Those of a grant.
    private static let grantFields: [String: Set<String>] = [
        PasswordKeys.section.name: ["username", "password"],
        RefreshTokenKeys.section.name: ["refresh_token"],
        JWTBearerKeys.section.name: ["assertion"],
        TokenExchangeKeys.section.name: [
            "subject_token", "subject_token_type", "actor_token", "actor_token_type", "requested_token_type",
        ],
    ]

    private func checkFields(_ diagnostics: inout DiagnosticList) {
        let reserved = Self.reservedFields.union(Self.grantFields[source.name] ?? [])
        for field in source[OAuthKeys.params] ?? [] where reserved.contains(field.name) {
            diagnostics.error(
                .reservedParameter, "'\(field.name)' cannot stand in params", at: field.nameSpan,
                label: field.name.hasPrefix("client_assertion") || field.name == "assertion"
                    ? "errand sets it" : "the source has a key of this name")
        }
    }

    /// Claims that are new in each JWT.
    private static let reservedClaims = [
        "exp": "say assertion_lifetime", "iat": "say backdate", "nbf": "say backdate", "jti": "errand makes one up",
    ]

    private func checkClaims(_ diagnostics: inout DiagnosticList) {
        for claim in source[ClaimKeys.claims] ?? [] {
            guard let advice = Self.reservedClaims[claim.name] else { continue }
            diagnostics.error(
                .reservedClaim, "'\(claim.name)' cannot stand in claims", at: claim.nameSpan,
                label: "it is new in each JWT: \(advice)")
        }
    }

    // MARK: What becomes of the token

    private func checkHandling(_ diagnostics: inout DiagnosticList) {
        let hasDPoP = source[OAuthKeys.dpop]?.value == true
        let isShared = source[OAuthKeys.cache]?.value == .disk
        let revokes = source[OAuthKeys.revoke]?.value == true
        if !hasDPoP { hasNoEffect(OAuthKeys.dpopKey, "add dpop: true", &diagnostics) }
        if !revokes { hasNoEffect(OAuthKeys.revocationURL, "add revoke: true", &diagnostics) }
        if hasDPoP, isShared, !source.has(OAuthKeys.dpopKey) {
            diagnostics.error(
                .unshareableToken, "a token that is shared on disk needs a dpop_key",
                at: source.valueSpan(of: OAuthKeys.cache),
                label: "another run cannot use a token whose key ended with this one",
                notes: ["dpop_key: \(OAuthKeys.dpopKey.declaration.doc)"])
        }
        if revokes, isShared {
            diagnostics.error(
                .unshareableToken, "a token that is shared on disk cannot be revoked at the end of a run",
                at: source.span(of: OAuthKeys.revoke),
                label: "other runs go on with it: leave out revoke or cache: disk")
        }
        if revokes, !isShared, source.has(OAuthKeys.tokenURL), !source.has(OAuthKeys.revocationURL) {
            diagnostics.error(
                .missingKey, "without an issuer revoke needs 'revocation_url'", at: source.span(of: OAuthKeys.revoke),
                label: "add revocation_url: \(OAuthKeys.revocationURL.declaration.example)")
        }
    }

    private func checkExchange(_ diagnostics: inout DiagnosticList) {
        guard source.name == TokenExchangeKeys.section.name, !ExchangedToken.actor.isPresent(in: source) else { return }
        hasNoEffect(
            TokenExchangeKeys.actorTokenType, "there is no actor_token, actor_token_file or actor_token_source",
            &diagnostics)
    }
}
