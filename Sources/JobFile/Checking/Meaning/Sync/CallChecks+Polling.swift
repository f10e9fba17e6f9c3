internal import Diagnostics

extension CallChecks {
    func checkPoll(_ diagnostics: inout DiagnosticList) {
        guard let poll = section[CallKeys.poll] else { return }
        for key in [CallKeys.paginate as any LanguageKey, CallKeys.download] where section.has(key) {
            diagnostics.error(
                .conflictingKeys, "'poll' and '\(key.name)' do not go together", at: section.span(of: key),
                label: "wait in one call, and get the result in the next")
        }
        var conditions: [SourceSpan] = []
        switch poll[PollKeys.until] {
        case .short(let condition)?: conditions.append(condition.span)
        case .long(let until)?:
            if !until.has(PollUntilKeys.status), !until.has(PollUntilKeys.body) {
                diagnostics.error(
                    .emptyValue, "until needs status or body", at: until.span, label: "it would end with any answer")
            }
            if until.has(PollUntilKeys.body) { conditions.append(until.span(of: PollUntilKeys.body)) }
        case nil: break
        }
        if poll.has(PollKeys.fail) { conditions.append(poll.span(of: PollKeys.fail)) }
        guard let response = section[CallKeys.response]?.value, response != .json else { return }
        for span in conditions {
            diagnostics.error(
                .needsJSON, "a condition needs a JSON body", at: span,
                label: "the call says response: \(response.rawValue)")
        }
    }

    /// A key makes sense where a request changes something, once.
    func checkIdempotencyKey(_ diagnostics: inout DiagnosticList) {
        guard let value = section[CallKeys.idempotencyKey] else { return }
        let span = section.span(of: CallKeys.idempotencyKey)
        if ["GET", "HEAD", "OPTIONS"].contains(call.method) {
            diagnostics.error(
                .keyWithoutOther, "'idempotency_key' has no effect here", at: span,
                label: "a \(call.method) request changes nothing, and may be sent again anyway")
        }
        for key in [CallKeys.paginate as any LanguageKey, CallKeys.poll] where section.has(key) {
            diagnostics.error(
                .conflictingKeys, "'idempotency_key' and '\(key.name)' do not go together", at: section.span(of: key),
                label: "the API would take the requests for one")
        }
        let header = if case .long(let keys) = value { keys[IdempotencyKeyKeys.header]?.value } else { String?.none }
        let name = (header ?? IdempotencyKey.standardHeader).lowercased()
        for entry in section[SettingKeys.headers] ?? [] where entry.name.lowercased() == name {
            diagnostics.error(
                .conflictingKeys, "the header is given twice", at: entry.nameSpan,
                label: "idempotency_key fills it in; leave it out here")
        }
    }

    /// What is unchanged is left as it is, so it must be the whole of an output.
    func checkConditional(_ diagnostics: inout DiagnosticList) {
        guard let conditional = section[CallKeys.conditional], conditional.value else { return }
        guard call.method == "GET" || call.method == "HEAD" else {
            diagnostics.error(
                .keyWithoutOther, "'conditional' has no effect here", at: section.span(of: CallKeys.conditional),
                label: "only the answer to a GET has an earlier one")
            return
        }
        for key in [CallKeys.paginate as any LanguageKey, CallKeys.poll, CallKeys.incremental] where section.has(key) {
            diagnostics.error(
                .conflictingKeys, "'conditional' and '\(key.name)' do not go together", at: section.span(of: key),
                label: "an answer that is unchanged says nothing about the others")
        }
        if section.has(CallKeys.forEach), section.has(CallKeys.write) {
            diagnostics.error(
                .conflictingKeys, "'conditional' and 'write' do not go together in a loop",
                at: section.span(of: CallKeys.write),
                label: "the items that are unchanged would be missing; download each to a file of its own")
        }
    }

    /// Fewer records than before mean nothing where only changes come.
    func checkShrink(_ diagnostics: inout DiagnosticList) {
        guard section.has(CallKeys.incremental), let records = section[CallKeys.expect]?[ExpectKeys.records],
            records.has(RecordCountKeys.shrink)
        else { return }
        diagnostics.error(
            .conflictingKeys, "'shrink' and 'incremental' do not go together",
            at: records.span(of: RecordCountKeys.shrink),
            label: "each run gets only what is new, however much or little that is")
    }

    func checkParallel(_ pagination: CheckedSection, _ diagnostics: inout DiagnosticList) {
        guard pagination.has(PaginateKeys.parallel), !pagination.has(PaginateKeys.page),
            !pagination.has(PaginateKeys.offset)
        else { return }
        diagnostics.error(
            .keyWithoutOther, "'parallel' has no effect here", at: pagination.span(of: PaginateKeys.parallel),
            label: "each page names the next one; it belongs to page and offset")
    }

    func checkReset(_ action: Located<RuleAction>, _ diagnostics: inout DiagnosticList) {
        guard action.value == .reset, !section.has(CallKeys.incremental) else { return }
        diagnostics.error(
            .uselessAction, "there is no watermark to forget", at: action.span, label: "reset belongs to incremental")
    }
}
