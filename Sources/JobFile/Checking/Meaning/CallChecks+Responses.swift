internal import Diagnostics

extension CallChecks {
    /// Keys that look into a JSON body have no place where there is none.
    func checkResponse(_ diagnostics: inout DiagnosticList) {
        if section[CallKeys.response]?.value == .text {
            for (name, span) in jsonKeys() {
                diagnostics.error(
                    .needsJSON, "'\(name)' needs a JSON body", at: span,
                    label: "the call says response: text", notes: ["leave response out, or use regex to look into text"]
                )
            }
            checkTextColumns(&diagnostics)
        }
        checkStream(&diagnostics)
        guard section.has(CallKeys.download) else { return }
        let keys: [any LanguageKey] = [
            CallKeys.records, CallKeys.fields, CallKeys.write, CallKeys.paginate,
        ]
        for key in keys where section.has(key) {
            diagnostics.error(
                .downloadOnly, "'\(key.name)' has nothing to look at", at: section.span(of: key),
                label: "with download the body goes to the file as it is")
        }
        for (name, span, _) in bodyExtracts() + bodyExpectations() {
            diagnostics.error(
                .downloadOnly, "'\(name)' has nothing to look at", at: span,
                label: "with download the body goes to the file as it is")
        }
    }

    private func jsonKeys() -> [(name: String, span: SourceSpan)] {
        var keys: [(name: String, span: SourceSpan)] = []
        if section.has(CallKeys.records) { keys.append((CallKeys.records.name, section.span(of: CallKeys.records))) }
        for entry in section[CallKeys.fields] ?? [] {
            switch entry.value {
            case .path: keys.append((entry.name, entry.span))
            case .long(let field) where field.has(FieldKeys.path): keys.append((entry.name, entry.span))
            default: break
            }
        }
        if let pagination = section[CallKeys.paginate] {
            let paths: [any LanguageKey] = [
                PaginateKeys.nextURL, PaginateKeys.cursor, PaginateKeys.lastRecord, PaginateKeys.condition,
                PaginateKeys.total, PaginateKeys.totalPages,
            ]
            keys += paths.filter { pagination.has($0) }.map { ($0.name, pagination.span(of: $0)) }
        }
        return keys + bodyExtracts().filter { $0.isJSON }.map { ($0.name, $0.span) }
            + bodyExpectations().map { ($0.name, $0.span) }
    }

    func bodyExtracts() -> [(name: String, span: SourceSpan, isJSON: Bool)] {
        (section[CallKeys.extract] ?? []).compactMap { entry in
            switch entry.value {
            case .short: (entry.name, entry.span, true)
            case .long(let extract) where extract.has(ExtractKeys.json): (entry.name, entry.span, true)
            case .long(let extract) where extract.has(ExtractKeys.regex): (entry.name, entry.span, false)
            case .long: nil
            }
        }
    }

    func bodyExpectations() -> [(name: String, span: SourceSpan, isJSON: Bool)] {
        guard let expect = section[CallKeys.expect], expect.has(ExpectKeys.body) else { return [] }
        return [("expect.body", expect.span(of: ExpectKeys.body), true)]
    }

    /// A text is one record, which has no columns.
    private func checkTextColumns(_ diagnostics: inout DiagnosticList) {
        for sink in WriteEntry.entries(of: call) where sink.isTable || sink.format == .csv || sink.format == .tsv {
            guard !section.has(CallKeys.fields) else { continue }
            diagnostics.error(
                .needsJSON, "text has no columns", at: sink.span, label: "write it to a .txt or .json file")
        }
    }
}
