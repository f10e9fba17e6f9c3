internal import Diagnostics

/// Checks what the token sources need to work.
struct AuthChecks {
    let job: CheckedJob

    func check(_ diagnostics: inout DiagnosticList) {
        for source in job.shared.auth {
            TokenSourceChecks(source: source).check(&diagnostics)
            checkNames(of: source, &diagnostics)
        }
        SourceCircles(job: job).check(&diagnostics)
        if let defaults = job.shared.defaults, let auth = defaults[SettingKeys.auth] {
            checkName(auth, &diagnostics)
        }
        for call in job.allCalls + job.tokenCalls {
            if let auth = call.section[SettingKeys.auth] { checkName(auth, &diagnostics) }
        }
        checkTLS(&diagnostics)
        PlainHTTPChecks(job: job).check(&diagnostics)
    }

    private func checkTLS(_ diagnostics: inout DiagnosticList) {
        let holders =
            (job.allCalls + job.tokenCalls).map(\.section) + job.shared.auth
            + [job.shared.defaults].compactMap { $0 }
        for tls in holders.compactMap({ $0[SettingKeys.tls] })
        where tls.has(TLSKeys.key) && !tls.has(TLSKeys.certificate) {
            diagnostics.error(
                .keyWithoutOther, "a private key without its certificate", at: tls.span(of: TLSKeys.key),
                label: "add cert: FILE")
        }
    }

    /// The names of other sources that a source uses.
    private func checkNames(of source: CheckedSection, _ diagnostics: inout DiagnosticList) {
        for key in [TokenExchangeKeys.subjectTokenSource, TokenExchangeKeys.actorTokenSource] {
            guard let name = source[key] else { continue }
            checkName(name, isNoneAllowed: false, &diagnostics)
            guard let other = job.sources[name.value], !other.hasToken else { continue }
            diagnostics.error(
                .unknownSource, "the source '\(name.value.excerpt)' has no token to exchange", at: name.span,
                label: "it is of another kind")
        }
        for entry in source[TokenSourceKeys.hosts] ?? [] {
            guard case .member(let member) = entry else { continue }
            let name = Located(member.source, at: member.span)
            checkName(name, isNoneAllowed: false, &diagnostics)
            guard let other = job.sources[name.value], !other.hasAnswer else { continue }
            diagnostics.error(
                .unknownMember, "the source '\(name.value.excerpt)' gets no answer that could have members",
                at: member.span, label: "write the hosts themselves")
        }
    }

    private func checkName(
        _ auth: Located<String>, isNoneAllowed: Bool = true, _ diagnostics: inout DiagnosticList
    ) {
        if isNoneAllowed, auth.value == CheckedCall.noAuth { return }
        // Sources that are wrong themselves are no reason for another message.
        guard job.sources[auth.value] == nil, !job.isAuthBroken else { return }
        let sources = job.shared.auth.prefix(200).map(SharedDeclarations.name(of:))
        let names = sources + (isNoneAllowed ? [CheckedCall.noAuth] : [])
        let nearest = Suggestion.nearest(auth.value, in: names)
        diagnostics.error(
            .unknownSource, "there is no token source '\(auth.value.excerpt)'", at: auth.span,
            label: nearest.map { "did you mean '\($0)'?" },
            notes: sources.isEmpty
                ? ["the job has no auth at the top"] : ["there is: \(names.joined(separator: ", "))"])
    }
}

extension CheckedJob {
    /// Whether there may be token sources besides those that could be read.
    var isAuthBroken: Bool {
        shared.brokenNames(JobKeys.auth).hasOthers || shared.auth.contains { $0.isBroken(TokenSourceKeys.name) }
    }
}

/// What a kind of source can do.
extension CheckedSection {
    /// Whether a token endpoint, a call or a command answers, so that the answer may have members.
    var hasAnswer: Bool {
        OAuthKeys.sections.contains(name) || [RequestSourceKeys.section.name, ExecKeys.section.name].contains(name)
    }

    /// Whether there can be a new token when the old one is refused.
    var canRenew: Bool { hasAnswer || name == JWTKeys.section.name }

    /// Whether it has a token at all, and not another kind of credential.
    var hasToken: Bool { canRenew || name == BearerKeys.section.name }
}
