internal import Diagnostics

/// Checks what the token sources need to work.
struct AuthChecks {
    let job: CheckedJob

    /// Fields of a token request that have keys of their own.
    private static let reservedFields: Set = [
        "client_id", "client_secret", "client_assertion", "client_assertion_type", "scope", "audience", "resource",
    ]

    func check(_ diagnostics: inout DiagnosticList) {
        for source in job.shared.auth where source.name == ClientCredentialsKeys.section.name {
            checkSecret(of: source, &diagnostics)
            checkFields(of: source, &diagnostics)
        }
        if let defaults = job.shared.defaults, let auth = defaults[SettingKeys.auth] {
            checkName(auth, &diagnostics)
        }
        for call in job.allCalls {
            if let auth = call.section[SettingKeys.auth] { checkName(auth, &diagnostics) }
        }
        let holders = job.allCalls.map(\.section) + job.shared.auth + [job.shared.defaults].compactMap { $0 }
        for tls in holders.compactMap({ $0[SettingKeys.tls] })
        where tls.has(TLSKeys.key) && !tls.has(TLSKeys.certificate) {
            diagnostics.error(
                .keyWithoutOther, "a private key without its certificate", at: tls.span(of: TLSKeys.key),
                label: "add cert: FILE")
        }
    }

    private func checkSecret(of source: CheckedSection, _ diagnostics: inout DiagnosticList) {
        let method = source[ClientCredentialsKeys.clientAuth]
        let isNone = method?.value == ClientAuthenticationMethod.none
        if !isNone, !source.has(ClientCredentialsKeys.clientSecret) {
            diagnostics.error(
                .clientSecretMissing, "the client needs a client_secret", at: source.span.firstLine,
                label: "or say client_auth: none, for a client without one")
        }
        if isNone, source.has(ClientCredentialsKeys.clientSecret) {
            diagnostics.error(
                .exclusiveKeys, "with client_auth: none the secret is not sent",
                at: source.span(of: ClientCredentialsKeys.clientSecret), label: "leave one of them out")
        }
        if source.has(ClientCredentialsKeys.basicEncoding), method?.value != .clientSecretBasic {
            diagnostics.error(
                .keyWithoutOther, "basic_encoding has no effect here",
                at: source.span(of: ClientCredentialsKeys.basicEncoding),
                label: "it belongs to client_auth: client_secret_basic")
        }
    }

    private func checkFields(of source: CheckedSection, _ diagnostics: inout DiagnosticList) {
        for field in source[ClientCredentialsKeys.params] ?? [] where Self.reservedFields.contains(field.name) {
            diagnostics.error(
                .reservedParameter, "'\(field.name)' cannot stand in params", at: field.nameSpan,
                label: field.name.hasPrefix("client_assertion")
                    ? "errand sets it" : "the source has a key of this name")
        }
    }

    private func checkName(_ auth: Located<String>, _ diagnostics: inout DiagnosticList) {
        guard auth.value != CheckedCall.noAuth, job.sources[auth.value] == nil else { return }
        let names = job.shared.auth.prefix(200).map(SharedDeclarations.name(of:))
        let nearest = Suggestion.nearest(auth.value, in: names + [CheckedCall.noAuth])
        diagnostics.error(
            .unknownSource, "there is no token source '\(auth.value.excerpt)'", at: auth.span,
            label: nearest.map { "did you mean '\($0)'?" },
            notes: names.isEmpty
                ? ["the job has no auth at the top"]
                : ["there is: \((names + [CheckedCall.noAuth]).joined(separator: ", "))"])
    }
}
