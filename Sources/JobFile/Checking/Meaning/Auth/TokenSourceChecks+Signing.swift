internal import Diagnostics
internal import JWT

/// Whether the keys of what is signed belong to something.
extension TokenSourceChecks {
    func checkSigning(_ diagnostics: inout DiagnosticList) {
        checkAudience(&diagnostics)
        guard !facts.signsGrant else { return checkKeyAlgorithm(&diagnostics) }
        // A client that is not there, or a method that is not one, has its own message.
        guard source.has(ClientKeys.id), !source.has(ClientKeys.method) || source[ClientKeys.method] != nil else {
            return
        }
        if let method = facts.method, !facts.usesKey, !source.has(ClientKeys.assertionFile) {
            hasNoEffect(
                SigningKeys.privateKey, "with client_auth: \(method.rawValue) nothing is signed with it", &diagnostics)
        }
        let keyless = "without private_key nothing is signed with it"
        if !facts.usesKey { hasNoEffect(SigningKeys.certificate, keyless, &diagnostics) }
        guard facts.signsAssertion else {
            for key in [SigningKeys.keyID, ClientKeys.assertionAudience] { hasNoEffect(key, unsigned, &diagnostics) }
            hasNoEffect(SigningKeys.algorithm, unsigned, &diagnostics)
            hasNoEffect(ClientKeys.assertionLifetime, unsigned, &diagnostics)
            return
        }
        if facts.method == .clientSecretJWT {
            checkSecretAlgorithm(&diagnostics)
        } else if source.has(SigningKeys.privateKey) {
            checkKeyAlgorithm(&diagnostics)
        }
    }

    private var unsigned: String {
        source.has(ClientKeys.assertionFile)
            ? "the assertion in assertion_file is signed already" : "the client signs no assertion"
    }

    /// A private key signs with other algorithms than a secret.
    func checkKeyAlgorithm(_ diagnostics: inout DiagnosticList) {
        guard let algorithm = source[SigningKeys.algorithm], algorithm.value.isSymmetric else { return }
        diagnostics.error(
            .wrongAlgorithm, "a private key cannot sign with \(algorithm.value.rawValue)", at: algorithm.span,
            label: "HS256 to HS512 belong to client_auth: client_secret_jwt")
    }

    private func checkSecretAlgorithm(_ diagnostics: inout DiagnosticList) {
        guard let algorithm = source[SigningKeys.algorithm], !algorithm.value.isSymmetric else { return }
        diagnostics.error(
            .wrongAlgorithm, "a client's secret cannot sign with \(algorithm.value.rawValue)", at: algorithm.span,
            label: "HS256, HS384 or HS512")
    }

    private func checkAudience(_ diagnostics: inout DiagnosticList) {
        guard source[ClientKeys.assertionAudience]?.literal == AssertionAudienceWord.issuer.rawValue,
            source.has(OAuthKeys.tokenURL), !source.has(OAuthKeys.issuer)
        else { return }
        diagnostics.error(
            .keyWithoutOther, "there is no issuer that the assertion could be for",
            at: source.valueSpan(of: ClientKeys.assertionAudience),
            label: "say issuer instead of token_url, or write the issuer here")
    }
}
