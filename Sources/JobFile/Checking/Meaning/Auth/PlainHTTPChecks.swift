internal import Diagnostics
internal import Template

/// Finds credentials that would go over plain http, as far as the URLs are written down.
///
/// What a template gives is looked at when the job is loaded.
struct PlainHTTPChecks {
    let job: CheckedJob

    func check(_ diagnostics: inout DiagnosticList) {
        guard !mayAllow else { return }
        for source in job.shared.auth { check(source, &diagnostics) }
        for call in job.allCalls + job.tokenCalls { check(call, &diagnostics) }
    }

    /// Whether the job says that it is no harm, or only the run can tell.
    private var mayAllow: Bool {
        guard let options = job.shared.options, options.has(OptionsKeys.allowHTTP) else { return false }
        return options[OptionsKeys.allowHTTP]?.literal != false
    }

    private func check(_ source: CheckedSection, _ diagnostics: inout DiagnosticList) {
        guard !source.has(SettingKeys.unixSocket) else { return }
        let urls: [(key: Key<Loaded<String>>, cargo: PlainHTTP)] = [
            (OAuthKeys.tokenURL, .clientSecret), (OAuthKeys.issuer, .clientSecret), (OAuthKeys.revocationURL, .token),
        ]
        for (key, cargo) in urls {
            guard let url = source[key], let text = url.literal, let address = try? WebAddress(text) else { continue }
            report(cargo, to: address, at: url.span, &diagnostics)
        }
    }

    private func check(_ call: CheckedCall, _ diagnostics: inout DiagnosticList) {
        let settings = LayeredSection(own: call.section, base: job.defaults(of: call))
        guard call.isForToken || job.source(of: call) != nil, settings[SettingKeys.unixSocket] == nil,
            let url = call.url, let address = address(of: url, settings)
        else { return }
        report(call.isForToken ? .token : .callCredentials, to: address, at: url.span, &diagnostics)
    }

    /// Where a call goes; nil when that is not written down.
    private func address(of url: LocatedTemplate, _ settings: LayeredSection) -> WebAddress? {
        let segments = TemplateText(url.template.text).segments
        guard case .literal(let beginning)? = segments.first else { return nil }
        let text: String
        if beginning.hasPrefix("/") {
            guard let base = settings[SettingKeys.baseURL]?.literal else { return nil }
            text = base
        } else {
            // A host that is cut off goes on in a part that is not known.
            guard segments.count == 1 || WebAddress.hasWholeAuthority(String(beginning)) else { return nil }
            text = String(beginning)
        }
        return try? WebAddress(text)
    }

    private func report(
        _ cargo: PlainHTTP, to address: WebAddress, at span: SourceSpan, _ diagnostics: inout DiagnosticList
    ) {
        guard address.isExposed else { return }
        diagnostics.error(.plainHTTP, cargo.title, at: span, label: PlainHTTP.advice)
    }
}
