internal import Diagnostics
internal import JSONPath
internal import Template

extension CallChecks {
    func checkIncremental(_ diagnostics: inout DiagnosticList) {
        guard let incremental = section[CallKeys.incremental] else { return }
        if incremental.has(IncrementalKeys.field) {
            checkField(incremental, &diagnostics)
            checkLimit(incremental, &diagnostics)
        } else {
            checkOpaque(incremental, &diagnostics)
        }
        checkWatermarkIsSent(incremental, &diagnostics)
        checkItemKey(&diagnostics)
        checkDownload(&diagnostics)
    }

    private func checkField(_ incremental: CheckedSection, _ diagnostics: inout DiagnosticList) {
        if let path = incremental[IncrementalKeys.field], !path.value.isSingular {
            diagnostics.error(
                .badWatermark, "the field may give several values", at: path.span,
                label: "one of each record is needed, such as $.updated_at")
        }
        if incremental.has(IncrementalKeys.parameter) {
            diagnostics.error(
                .keyWithoutOther, "'param' has no effect here", at: incremental.span(of: IncrementalKeys.parameter),
                label: "it belongs to token; place ${since} in the query")
        }
        for problem in WatermarkFacts(written: incremental).problems {
            diagnostics.error(.badWatermark, problem.title, at: problem.span, label: problem.label)
        }
    }

    /// What is beyond an intended bound would never be seen again.
    private func checkLimit(_ incremental: CheckedSection, _ diagnostics: inout DiagnosticList) {
        guard let pagination = section[CallKeys.paginate], pagination.has(PaginateKeys.limit) else { return }
        let isAscending = incremental[IncrementalKeys.order]?.value == .ascending
        guard !isAscending || incremental.has(IncrementalKeys.window) else { return }
        diagnostics.error(
            .lossyLimit, "records beyond the limit would be lost", at: pagination.span(of: PaginateKeys.limit),
            label: isAscending
                ? "a window is done when all of it is there; leave limit out"
                : "say order: ascending if they come in that order, or leave limit out")
    }

    private func checkOpaque(_ incremental: CheckedSection, _ diagnostics: inout DiagnosticList) {
        let isToken = incremental.has(IncrementalKeys.token)
        if !isToken, incremental.has(IncrementalKeys.parameter) {
            diagnostics.error(
                .keyWithoutOther, "'param' has no effect here", at: incremental.span(of: IncrementalKeys.parameter),
                label: "it belongs to token")
        }
        let keys: [any LanguageKey] = [
            IncrementalKeys.initial, IncrementalKeys.lookback, IncrementalKeys.order, IncrementalKeys.type,
            IncrementalKeys.format, IncrementalKeys.window,
        ]
        for key in keys where incremental.has(key) {
            diagnostics.error(
                .keyWithoutOther, "'\(key.name)' has no effect here", at: incremental.span(of: key),
                label: "it belongs to field; the API alone knows what the \(isToken ? "token" : "URL") means")
        }
        if section[CallKeys.response]?.value ?? .json != .json {
            let key: any LanguageKey = isToken ? IncrementalKeys.token : IncrementalKeys.nextURL
            diagnostics.error(
                .needsJSON, "'\(key.name)' needs a JSON body", at: incremental.span(of: key),
                label: "the call says response: \(section[CallKeys.response]?.value.rawValue ?? "")")
        }
    }

    /// A request that does not say where to begin gets everything anew.
    private func checkWatermarkIsSent(_ incremental: CheckedSection, _ diagnostics: inout DiagnosticList) {
        // Something that is wrong itself may be what sends it.
        guard !incremental.has(IncrementalKeys.nextURL), !section.hasBroken else { return }
        if incremental.has(IncrementalKeys.token) {
            if !incremental.has(IncrementalKeys.parameter), !sends("since") {
                diagnostics.error(
                    .watermarkNotSent, "the token is never sent", at: incremental.span(of: IncrementalKeys.token),
                    label: "add param: NAME, or place it as ${since}")
            }
            return
        }
        if !sends("since") {
            diagnostics.error(
                .watermarkNotSent, "the request does not say where to begin",
                at: incremental.span(of: IncrementalKeys.field), label: "place ${since}, such as in the query")
        }
        if incremental.has(IncrementalKeys.window), !sends("until") {
            diagnostics.error(
                .watermarkNotSent, "the request does not say where a window ends",
                at: incremental.span(of: IncrementalKeys.window), label: "place ${until}, such as in the query")
        }
    }

    private func sends(_ root: String) -> Bool {
        section.uses.contains { use in
            use.moment == .request && use.template.template.references.contains { $0.root == root }
        }
    }

    /// Each item has a watermark of its own, which must be found again in the next run.
    private func checkItemKey(_ diagnostics: inout DiagnosticList) {
        guard section.has(CallKeys.forEach), !section.isBroken(CallKeys.forEach) else { return }
        if let loop = call.loop, loop.has(ForEachKeys.batch) {
            diagnostics.error(
                .conflictingKeys, "a batch has no watermark of its own", at: loop.span(of: ForEachKeys.batch),
                label: "items come and go, so the next run could not find it again")
        } else if call.loop?.has(ForEachKeys.key) != true {
            diagnostics.error(
                .itemKeyMissing, "the items of the loop have no names", at: section.span(of: CallKeys.forEach),
                label: "add key: TEMPLATE, such as ${\(call.itemName ?? "item").id}",
                notes: ["each item has its own watermark, which the next run finds by its key"])
        }
    }

    private func checkDownload(_ diagnostics: inout DiagnosticList) {
        guard section.has(CallKeys.download) else { return }
        diagnostics.error(
            .downloadOnly, "'incremental' has nothing to look at", at: section.span(of: CallKeys.incremental),
            label: "with download the body goes to the file as it is")
    }
}
