internal import Diagnostics
internal import JWT

/// Whether the client has what its method needs, and nothing that the method does not use.
extension TokenSourceChecks {
    func checkClient(_ diagnostics: inout DiagnosticList) {
        guard source.has(ClientKeys.id) else {
            checkNameless(&diagnostics)
            return
        }
        // A method that is not one has its own message.
        guard !source.has(ClientKeys.method) || source[ClientKeys.method] != nil else { return }
        checkSecret(&diagnostics)
        checkKey(&diagnostics)
        checkCertificate(&diagnostics)
        if facts.method != .clientSecretBasic, facts.method != nil {
            hasNoEffect(
                ClientKeys.basicEncoding, "it belongs to client_auth: client_secret_basic", &diagnostics)
        }
    }

    /// Without a name there is no client to prove anything.
    private func checkNameless(_ diagnostics: inout DiagnosticList) {
        let needy: [any LanguageKey] = [
            ClientKeys.secret, ClientKeys.assertionFile, ClientKeys.basicEncoding, ClientKeys.method,
        ]
        guard source.name != ClientCredentialsKeys.section.name, source.name != PasswordKeys.section.name,
            let key = needy.first(where: { source.has($0) }),
            source[ClientKeys.method]?.value != ClientAuthenticationMethod.none
        else { return }
        hasNoEffect(key, "it belongs to a client: add client_id", &diagnostics)
    }

    private func checkSecret(_ diagnostics: inout DiagnosticList) {
        if facts.needsSecret, !source.has(ClientKeys.secret) {
            let advice =
                source.has(ClientKeys.method)
                ? "add client_secret: \(ClientKeys.secret.declaration.example)"
                : "or say client_auth: none, for a client without one"
            diagnostics.error(
                .clientSecretMissing, "the client needs a client_secret", at: source.span.firstLine, label: advice)
        }
        guard source.has(ClientKeys.secret), let method = facts.method, !facts.needsSecret else { return }
        diagnostics.error(
            .exclusiveKeys, "with client_auth: \(method.rawValue) the secret is not sent",
            at: source.span(of: ClientKeys.secret), label: "leave one of them out")
    }

    private func checkKey(_ diagnostics: inout DiagnosticList) {
        if facts.needsKey, !source.has(SigningKeys.privateKey) {
            diagnostics.error(
                .clientKeyMissing, "client_auth: private_key_jwt needs a private_key",
                at: source.span(of: ClientKeys.method),
                label: "add private_key: \(SigningKeys.privateKey.declaration.example)",
                notes: ["or assertion_file, for an assertion that something else signs"])
        }
        guard source.has(ClientKeys.assertionFile) else { return }
        if facts.method != .privateKeyJWT {
            hasNoEffect(ClientKeys.assertionFile, "it belongs to client_auth: private_key_jwt", &diagnostics)
        } else if !facts.signsGrant {
            hasNoEffect(
                SigningKeys.privateKey, "the assertion is in assertion_file", code: .exclusiveKeys, &diagnostics)
        }
    }

    private func checkCertificate(_ diagnostics: inout DiagnosticList) {
        if facts.method == .tlsClientAuth, source[SettingKeys.tls]?.has(TLSKeys.certificate) != true {
            diagnostics.error(
                .clientKeyMissing, "client_auth: tls_client_auth needs a certificate",
                at: source.span(of: ClientKeys.method), label: "add tls: {cert: client.pem, key: client.key}")
        }
        // With an issuer the choice is the server's, and there must be something to choose from.
        let means: [any LanguageKey] = [ClientKeys.secret, SigningKeys.privateKey, SettingKeys.tls]
        guard facts.method == nil, !means.contains(where: { source.has($0) }) else { return }
        diagnostics.error(
            .clientSecretMissing, "the client has nothing to prove who it is", at: source.span.firstLine,
            label: "add client_secret or private_key, or say client_auth: none")
    }
}
