internal import Diagnostics
internal import Template

/// Checks what the keys of a call mean together.
struct CallChecks {
    let job: CheckedJob
    let call: CheckedCall

    var section: CheckedSection { call.section }

    func check(_ diagnostics: inout DiagnosticList) {
        checkURL(&diagnostics)
        checkBody(&diagnostics)
        checkRules(&diagnostics)
        checkExpectation(&diagnostics)
        checkFields(&diagnostics)
        checkResponse(&diagnostics)
        checkPagination(&diagnostics)
        checkIncremental(&diagnostics)
        checkPoll(&diagnostics)
        checkIdempotencyKey(&diagnostics)
        checkConditional(&diagnostics)
        checkShrink(&diagnostics)
    }

    private func checkURL(_ diagnostics: inout DiagnosticList) {
        guard let url = call.url else { return }
        let text = url.template.text
        // What a template at the beginning gives is seen when it is evaluated.
        guard !text.hasPrefix("${") else { return }
        if text.hasPrefix("/"), !text.hasPrefix("//") {
            guard !section.has(SettingKeys.baseURL), !(job.defaults(of: call)?.has(SettingKeys.baseURL) ?? false) else {
                return
            }
            diagnostics.error(
                .noBaseURL, "a URL that begins with / needs a base_url", at: url.span,
                label: "write the whole URL, or add base_url to defaults")
            return
        }
        do throws(ValueProblem) {
            // What is inserted later is not known; a letter in its place lets the rest be checked.
            _ = try WebAddress(TemplateText(url.template.text).replacingExpressions(with: "1"))
        } catch {
            diagnostics.error(.badAddress, error.message, at: url.span, label: error.hint)
        }
    }

    private func checkBody(_ diagnostics: inout DiagnosticList) {
        let bodies: [any LanguageKey] = [
            RequestKeys.json, RequestKeys.form, RequestKeys.multipart, RequestKeys.body, RequestKeys.bodyFile,
            RequestKeys.graphql,
        ]
        guard let body = bodies.first(where: { section.has($0) }) else { return }
        if call.method == "HEAD" || (call.method == "GET" && body.name == RequestKeys.graphql.name) {
            diagnostics.error(
                .unusableBody, "a \(call.method) request cannot have '\(body.name)'", at: section.span(of: body),
                label: "use post")
        }
    }

    private func checkRules(_ diagnostics: inout DiagnosticList) {
        for rule in section[CallKeys.rules] ?? [] {
            let parts: [any LanguageKey] = [RuleKeys.status, RuleKeys.headers, RuleKeys.body]
            if !parts.contains(where: { rule.has($0) }) {
                diagnostics.error(
                    .emptyRule, "a rule needs status, headers or body", at: rule.span.firstLine,
                    label: "it would decide on every answer")
            }
            guard let action = rule[RuleKeys.action] else { continue }
            if action.value == .stop, !section.has(CallKeys.paginate) {
                diagnostics.error(
                    .uselessAction, "there are no pages to stop", at: action.span,
                    label: "stop belongs to paginate; did you mean skip?")
            }
            checkReset(action, &diagnostics)
            if action.value == .reauthorize, job.source(of: call)?.canRenew != true {
                diagnostics.error(
                    .uselessAction, "there is no new token to be got", at: action.span,
                    label: "the call has no token source that could get one")
            }
        }
    }

    private func checkExpectation(_ diagnostics: inout DiagnosticList) {
        guard let records = section[CallKeys.expect]?[ExpectKeys.records],
            let minimum = records[RecordCountKeys.minimum]?.literal,
            let maximum = records[RecordCountKeys.maximum]?.literal, minimum > maximum
        else { return }
        diagnostics.error(
            .boundsCrossed, "min is greater than max", at: records.valueSpan(of: RecordCountKeys.minimum),
            label: "no number of records can be both")
    }

    private func checkFields(_ diagnostics: inout DiagnosticList) {
        for entry in section[CallKeys.fields] ?? [] {
            guard case .long(let field) = entry.value, let value = field[FieldKeys.value] else { continue }
            check(value, of: field, &diagnostics)
        }
    }

    private func check(_ value: ValueTemplate, of field: CheckedSection, _ diagnostics: inout DiagnosticList) {
        switch value {
        case .literal, .template: break
        case .list, .map:
            diagnostics.error(
                .wrongType, "a template or a value without templates was expected",
                at: field.valueSpan(of: FieldKeys.value), label: "lists and mappings are taken as they are")
        }
    }
}
